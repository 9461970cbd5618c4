import { firstFrom } from '../../../text/in-range.ts';
import type { Span, Speaker } from '../../model.ts';
import { addressing, cueWords } from './cues.ts';
import { firstParty, subjectAfter, subjectBefore } from './speaker.ts';
import type { Speech } from './speech.ts';

/** Who says it, and by which word that is told. */
export interface Attribution {
  readonly speaker: Speaker;
  readonly cue: Span | null;
  readonly addressee?: Speaker;
}

/** Index of the first token that begins at or after a place in the text. */
export const tokenAt = (speech: Speech, place: number): number => firstFrom(speech.tokens, place);

const cueSpan = ({ text, tokens }: Speech, at: number): Span => {
  const token = tokens[at];
  const [start, end] = [token?.start ?? 0, token?.end ?? 0];
  return { text: text.slice(start, end), start, end };
};

/** Reads the words after a quotation: `Ama Boateng said`, `said Ama Boateng`, `according to Ama Boateng`. */
export function attributionAfter(speech: Speech, start: number, end: number): Attribution | undefined {
  const [from, to] = [tokenAt(speech, start), tokenAt(speech, end)];
  for (let at = from; at < to && at < from + 28; at++) {
    const token = speech.tokens[at];
    if (token === undefined) break;
    if (token.lower === 'according' && speech.tokens[at + 1]?.lower === 'to')
      return accordingTo(speech, at, to);
    if (!cueWords.has(token.lower) || isNoun(speech, at)) continue;
    const speaker =
      at === from ? (subjectAfter(speech, at, to) ?? undefined) : subjectBefore(speech, from, at);
    const found = speaker ?? subjectAfter(speech, at, to);
    if (found !== undefined) {
      // “smiled and told”: the second verb says to whom.
      const second =
        speech.tokens[at + 1]?.lower === 'and' && cueWords.has(speech.tokens[at + 2]?.lower ?? '')
          ? at + 2
          : at;
      return withAddressee(speech, { speaker: found, cue: cueSpan(speech, second) }, second, to);
    }
  }
  return undefined;
}

/** `his call`, `the report`: no verbs. */
const isNoun = ({ tokens }: Speech, at: number): boolean =>
  /^(?:the|a|an|his|her|its|their|this|that|of|no|first|new|by|s)$/.test(tokens[at - 1]?.lower ?? '') &&
  !/^(?:said|says|told|added|wrote|tweeted)$/.test(tokens[at]?.lower ?? '');

function accordingTo(speech: Speech, at: number, to: number): Attribution | undefined {
  const speaker = subjectAfter(speech, at + 1, to);
  if (speaker === undefined) return undefined;
  const [start, end] = [speech.tokens[at]?.start ?? 0, speech.tokens[at + 1]?.end ?? 0];
  return { speaker, cue: { text: speech.text.slice(start, end), start, end } };
}

/** Reads the words before a quotation, the nearest cue first: `Ama Boateng told reporters that “…`. */
export function attributionBefore(speech: Speech, start: number, end: number): Attribution | undefined {
  const [from, to] = [tokenAt(speech, start), tokenAt(speech, end)];
  for (let at = to - 1; at >= from && at > to - 30; at--) {
    const token = speech.tokens[at];
    if (token === undefined) break;
    if (token.lower === 'according' && speech.tokens[at + 1]?.lower === 'to')
      return accordingTo(speech, at, to);
    if (!cueWords.has(token.lower) || isNoun(speech, at)) continue;
    const clause = clauseStart(speech, from, at);
    const speaker =
      subjectBefore(speech, clause, at) ??
      (clause > from ? subjectBefore(speech, from, at) : undefined) ??
      subjectAfter(speech, at, to);
    if (speaker !== undefined) return withAddressee(speech, { speaker, cue: cueSpan(speech, at) }, at, to);
  }
  return undefined;
}

/** A semicolon begins a clause; a comma does not, as it may only set something in. */
function clauseStart({ tokens }: Speech, from: number, at: number): number {
  for (let start = at; start > from; start--) if (/[;:]/.test(tokens[start]?.gap ?? '')) return start;
  return from;
}

/** `Ama Boateng, Accra: “…”`: a name, and a colon, from the beginning of the line. */
export function attributionByColon(speech: Speech, start: number, end: number): Attribution | undefined {
  const lead = speech.text.slice(start, end);
  const colon = /^[^.!?\n]{1,160}:\s*$/u.exec(lead);
  if (colon === null) return undefined;
  const from = tokenAt(speech, start);
  const speaker = firstParty(speech, from, tokenAt(speech, end));
  return speaker && { speaker, cue: null };
}

/** Whom it is said to: the object right after a verb of telling, or a name after `to`. */
function withAddressee(speech: Speech, found: Attribution, cue: number, to: number): Attribution {
  const object = addressing.has(speech.tokens[cue]?.lower ?? '')
    ? cue + 1
    : speech.tokens[cue + 1]?.lower === 'to'
      ? cue + 2
      : undefined;
  if (object === undefined || object >= to) return found;
  const token = speech.tokens[object];
  const mention = token && speech.mentionOf(token);
  if (token === undefined || token.start === found.speaker.start) return found;
  if (mention !== undefined && mention.kind !== 'other')
    return {
      ...found,
      addressee: { text: mention.text, start: mention.start, end: mention.end, entity: mention.entity },
    };
  if (
    !/^(?:reporters|journalists|lawmakers|supporters|viewers|him|her|them|us|me|parliament|delegates|voters)$/.test(
      token.lower,
    )
  )
    return found;
  return {
    ...found,
    addressee: {
      text: speech.text.slice(token.start, token.end),
      start: token.start,
      end: token.end,
      entity: null,
    },
  };
}
