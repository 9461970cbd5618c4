import { shorten } from '../../options.ts';
import type { Located } from '../../text/locate.ts';
import type { QuotationFound } from '../model.ts';
import type { Aligned, Ground } from './align.ts';
import type { Proposal } from './proposal.ts';
import { sentencesAround, whoIn } from './who-in.ts';

const opening = /["“„«‘'‚]\s*$/;
const closing = /^[,.!?…]?\s*["”“»’']/;

/** See align. */
export function alignQuotation(
  { quote, speaker }: Proposal['quotations'][number],
  ground: Ground,
): Aligned<QuotationFound> {
  const drop = (why: string) => ({ dropped: `quotation “${shorten(quote, 60)}”: ${why}` });
  const span = ground.locate(quote.replace(/^[\s"“”„«»]+|[\s"“”«»]+$/g, ''));
  if (span === undefined) return drop('its words do not stand in the text');
  const { text } = ground;
  const marked =
    opening.test(text.slice(Math.max(0, span.start - 3), span.start)) &&
    closing.test(text.slice(span.end, span.end + 4));
  if (!marked) return drop('it does not stand between quotation marks');
  const isKnown = ground.found.quotations.some(
    (each) => each.direct && each.speaker !== null && each.start < span.end && each.end > span.start,
  );
  if (isKnown) return drop('it was found already');
  const who = whoIn(speaker, withSentenceBefore(span, ground), ground);
  if (who === undefined) return drop(`${shorten(speaker, 40)} is not named there`);
  return {
    kept: {
      ...span,
      text: text.slice(span.start, span.end),
      direct: true,
      speaker: {
        text: text.slice(who.start, who.end),
        start: who.start,
        end: who.end,
        entity: who.entity,
        name: who.name,
      },
      cue: null,
      certainty: 'implied',
      proposed: true,
    },
  };
}

/** Whoever is quoted stands in the same sentence or in the one before. */
function withSentenceBefore(span: Located, ground: Ground): Located {
  const own = sentencesAround(span, ground) ?? span;
  const before = ground.sentences.findLast(({ end }) => end <= own.start);
  return before === undefined ? own : { start: before.start, end: own.end };
}
