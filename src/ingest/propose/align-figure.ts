import { shorten } from '../../options.ts';
import { amountSource, readAmount } from '../../text/amounts.ts';
import { fold, words } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';
import type { FigureFound } from '../model.ts';
import type { Aligned, Ground } from './align.ts';
import type { Proposal } from './proposal.ts';
import { sentencesAround } from './who-in.ts';

const amount = new RegExp(amountSource, 'gi');
const signs: Readonly<Record<string, string>> = {
  percent: '%',
  dollar: '$',
  euro: '€',
  pound: '£',
  yuan: '¥',
};

/** See align. */
export function alignFigure(proposed: Proposal['figures'][number], ground: Ground): Aligned<FigureFound> {
  const { quote, value, unit, measure } = proposed;
  const drop = (why: string) => ({ dropped: `figure “${shorten(quote, 40)}”: ${why}` });
  const span = ground.locate(quote);
  const around = span === undefined ? undefined : sentencesAround(span, ground);
  if (span === undefined || around === undefined) return drop('it does not stand in the text');
  const said = ground.text.slice(span.start, span.end);
  const values = (said.match(amount) ?? []).map(readAmount);
  if (!values.includes(value)) return drop(`it is not ${value}`);
  const sentence = ground.text.slice(around.start, around.end);
  if (!holds(sentence, unit) && !sentence.includes(signs[fold(unit)] ?? unit))
    return drop('its unit is not there');
  if (!holds(sentence, measure)) return drop('what it measures is not there');
  if (ground.found.figures.some((each) => each.start < span.end && each.end > span.start))
    return drop('it was found already');
  return { kept: { ...span, text: said, value, unit, measure, proposed: true } };
}

/** Whether every word stands in a sentence, in whatever inflection. */
function holds(sentence: string, said: string): boolean {
  const there = new Set(words(sentence).map(stem));
  const wanted = words(said);
  return wanted.length > 0 && wanted.every((word) => there.has(stem(word)));
}
