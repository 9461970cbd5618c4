import { firstFrom } from '../../text/in-range.ts';
import { lineStarts } from '../../text/line-starts.ts';
import type { SentenceSpan } from '../../text/sentence-spans.ts';
import type { Token } from '../../text/tokens.ts';
import type { MentionFound, QuotationFound } from '../model.ts';
import type { Attribution } from './speech/attribution.ts';
import { indirectIn } from './speech/indirect.ts';
import { findQuoted } from './speech/quotation-marks.ts';
import { type Place, placeOf } from './speech/quotation-place.ts';
import type { Speech } from './speech/speech.ts';

/** What the text reports as said, directly and indirectly, in order. */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  sentences: readonly SentenceSpan[],
  mentions: readonly MentionFound[],
): readonly QuotationFound[] {
  const speech = speechOf(text, tokens, mentions);
  const quoted = findQuoted(text);
  const places = quoted.map((each, index) => placeOf(speech, each, quoted[index - 1], quoted[index + 1]));
  const direct = places.flatMap((place, index) => directOf(speech, place, inherited(places, index)));
  const spoken = ({ start, end }: SentenceSpan): boolean => {
    const next = firstFrom(quoted, start);
    return (quoted[next]?.start ?? end) < end || (quoted[next - 1]?.end ?? start) > start;
  };
  const indirect = sentences
    .filter((sentence) => !spoken(sentence))
    .flatMap((sentence) => indirectIn(speech, sentence) ?? []);
  return [...direct, ...indirect].sort((left, right) => left.start - right.start);
}

function speechOf(text: string, tokens: readonly Token[], mentions: readonly MentionFound[]): Speech {
  const owner = new Map<number, MentionFound>();
  let at = 0;
  for (const mention of mentions) {
    while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < mention.start) at++;
    for (let inside = at; (tokens[inside]?.start ?? Number.POSITIVE_INFINITY) < mention.end; inside++)
      owner.set(tokens[inside]?.start ?? -1, mention);
  }
  return { text, tokens, mentions, lines: lineStarts(text), mentionOf: (token) => owner.get(token.start) };
}

/** Most quotations that a speaker is looked for over. */
const furthest = 12;

/** Who goes on speaking: the last speaker of the paragraph, the next one in it, or the last of the paragraph before. */
function inherited(places: readonly Place[], index: number): Attribution | undefined {
  const place = places[index];
  if (place === undefined || place.own !== undefined) return place?.own;
  for (
    let at = index - 1;
    at >= Math.max(0, index - furthest) && places[at]?.paragraph === place.paragraph;
    at--
  ) {
    const own = places[at]?.own;
    if (own !== undefined) return own;
  }
  for (
    let at = index + 1;
    at < Math.min(places.length, index + furthest) && places[at]?.paragraph === place.paragraph;
    at++
  ) {
    const own = places[at]?.own;
    if (own !== undefined) return own;
  }
  for (let at = index - 1; at >= 0 && at > index - 8; at--) {
    const own = places[at]?.own;
    if (own !== undefined) return own;
  }
  return places[index + 1]?.own;
}

/** Fewest words of a quotation that nothing says anybody said. */
const fewest = 3;

function directOf(
  { text }: Speech,
  { quoted, own }: Place,
  attribution: Attribution | undefined,
): readonly QuotationFound[] {
  const said = text.slice(quoted.start, quoted.end);
  const words = said.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words === 0 || (words < fewest && own?.cue == null)) return [];
  const found = {
    text: said,
    start: quoted.start,
    end: quoted.end,
    direct: true,
    certainty: own?.cue == null ? ('implied' as const) : ('stated' as const),
  };
  if (attribution === undefined) return [{ ...found, speaker: null, cue: null }];
  const { speaker, cue, addressee } = attribution;
  return [{ ...found, speaker, cue, ...(addressee === undefined ? {} : { addressee }) }];
}
