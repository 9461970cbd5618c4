import { describe, expect, it } from 'vitest';
import { reworded } from '../../../src/answer/rewording.ts';

describe('questions put with a noun', () => {
  it.each([
    ["what was norland's answer to the blockade?", 'how did norland respond to the blockade?'],
    ["what was the palace's line on the strike?", 'what did the palace say on the strike?'],
    ['what jibe did marn make about the fleet?', 'what did marn say about the fleet?'],
    ["what was norland's move the day after the storm?", 'what did norland do the day after the storm?'],
    ['when did ferries start sailing again?', 'when did ferries resume sailing again?'],
    ['who spoke for norland at the talks?', 'who represented norland at the talks?'],
    ['which european capital hosted them?', 'which capital hosted them?'],
    ['when the king fled, who took over?', 'who took over when the king fled?'],
    ["when did marn lose the foreign minister's job?", "when did marn removed as foreign minister's job?"],
    ['lake drill 2007 troop numbers', 'lake drill 2007 how many troops'],
  ])('%s asks what records tell: %s', (asked, plain) => {
    expect(reworded(asked)).toBe(plain);
  });

  it.each([
    // Somebody who spoke for hours represented nobody.
    'who spoke for two hours at the talks?',
    // What an answer is to is said; an answer of a quiz is not.
    'what was the answer?',
    // No possessor, no speaker.
    'what was the position of the ship?',
    'when did the ferries start sailing?',
    'when did the king flee?',
  ])('%s is left as it is', (asked) => {
    expect(reworded(asked)).toBe(asked);
  });
});
