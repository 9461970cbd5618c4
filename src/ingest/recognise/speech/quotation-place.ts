import { indexAt } from '../../../text/in-range.ts';
import {
  type Attribution,
  attributionAfter,
  attributionBefore,
  attributionByColon,
  tokenAt,
} from './attribution.ts';
import type { Quoted } from './quotation-marks.ts';
import { firstParty } from './speaker.ts';
import type { Speech } from './speech.ts';

/** A quotation with its sentence and paragraph, before it is known who speaks. */
export interface Place {
  readonly quoted: Quoted;
  readonly paragraph: number;
  /** Where the sentence that holds it begins and ends; quoted sentences inside do not end it. */
  readonly from: number;
  readonly to: number;
  readonly own: Attribution | undefined;
}

const reach = 260;

export function placeOf(
  speech: Speech,
  quoted: Quoted,
  before: Quoted | undefined,
  after: Quoted | undefined,
): Place {
  const { text } = speech;
  const lead = text.slice(Math.max(before?.end ?? 0, quoted.start - reach), quoted.start);
  const line = lead.lastIndexOf('\n') + 1;
  const from = quoted.start - lead.length + Math.max(line, sentenceStart(lead));
  const tail = text.slice(quoted.end, Math.min(after?.start ?? text.length, quoted.end + reach));
  const to = quoted.end + sentenceEnd(tail);
  const paragraph = indexAt(speech.lines, quoted.start);
  return { quoted, paragraph, from, to, own: ownAttribution(speech, quoted, from, to, before) };
}

/** Where the last sentence of what stands before a quotation begins. */
function sentenceStart(lead: string): number {
  let start = 0;
  for (const match of lead.matchAll(
    /[.!?](?<!(?:[\s.]\p{L}|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|No|Prof|Rev)).)["”’)]{0,2}\s+(?=\S)/gu,
  ))
    start = match.index + match[0].length;
  return start;
}

function sentenceEnd(tail: string): number {
  const end =
    /[.!?](?<!(?:[\s.]\p{L}|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|No|Prof|Rev)).)(?=\s|$|["”])|\n/u.exec(
      tail,
    );
  return end === null ? tail.length : end.index;
}

/** The attribution in the quotation's own sentence. */
function ownAttribution(
  speech: Speech,
  quoted: Quoted,
  from: number,
  to: number,
  before: Quoted | undefined,
): Attribution | undefined {
  const last = lastLetter(speech.text, quoted);
  const goesOn = /[,?!—–-]/.test(last) || /^\s?,/.test(speech.text.slice(quoted.end, quoted.end + 2));
  const closed = last === '.' || quoted.open;
  const leads = from < quoted.start ? attributionBefore(speech, from, quoted.start) : undefined;
  if (goesOn && !/[:,]\s*$/.test(speech.text.slice(from, quoted.start))) {
    const found = attributionAfter(speech, quoted.end, to);
    if (found !== undefined) return found;
  }
  if (leads !== undefined) return leads;
  const colon = attributionByColon(speech, from, quoted.start);
  if (colon !== undefined) return colon;
  const signed =
    quoted.start === lineStart(speech.text, quoted.start) ? signature(speech, quoted.end) : undefined;
  if (signed !== undefined) return signed;
  const found = closed ? undefined : attributionAfter(speech, quoted.end, to);
  if (found !== undefined) return found;
  // Words quoted within a sentence are its subject's.
  const within = !closed || (from < quoted.start && before?.end !== from);
  const speaker =
    within && from < quoted.start
      ? firstParty(speech, tokenAt(speech, from), tokenAt(speech, quoted.start))
      : undefined;
  return speaker && { speaker, cue: null };
}

/** The last sign of a quotation before its closing marks. */
function lastLetter(text: string, { start, end }: Quoted): string {
  let at = end - 1;
  while (at >= start && /["”'»\s]/u.test(text[at] ?? '')) at--;
  return at < start ? '' : (text[at] ?? '');
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** A line under a quotation that only names somebody: `Ama Boateng, mayor of Tema`. */
function signature(speech: Speech, end: number): Attribution | undefined {
  const line = /^\s{0,4}\n\s{0,4}(?:[-–—]\s?)?([^\n]{3,140})(?:\n|$)/.exec(speech.text.slice(end, end + 160));
  if (line === null || /[.!?"”]$/.test(line[1]?.trim() ?? '') || /^["“]/.test(line[1] ?? ''))
    return undefined;
  const start = end + line[0].indexOf(line[1] ?? '');
  const first = speech.tokens[tokenAt(speech, start)];
  const mention = first && speech.mentionOf(first);
  if (mention?.kind !== 'person' || !/^(?:,|\s*$)/.test(speech.text.slice(mention.end, mention.end + 1)))
    return undefined;
  return {
    speaker: { text: mention.text, start: mention.start, end: mention.end, entity: mention.entity },
    cue: null,
  };
}
