import type { FindOutcome, PlatformAdapter, PostOutcome } from '../platforms/platform.ts';
import type { TakenErrand } from '../store/ports.ts';
import { callLimit, type DeliverParts } from './deliver-parts.ts';
import { laterOf } from './later-of.ts';

/** What became of an errand. `again`: tried once more, at the instant or after a pause. */
export type Done =
  | { readonly state: 'done'; readonly outcome: string; readonly messageId?: string }
  | { readonly state: 'failed'; readonly outcome: string }
  | {
      readonly state: 'again';
      readonly outcome: string;
      readonly at?: Temporal.Instant;
      /** Nothing was tried: it does not count as one of the few attempts. */
      readonly isNone?: boolean;
    };

/** How a message is looked for, and how it is posted. */
export interface Posting {
  readonly find: (since: Temporal.Instant) => Promise<FindOutcome>;
  readonly post: () => Promise<PostOutcome>;
  /** What is said of it when it stands. */
  readonly word: string;
}

/** Hours for which a place that cannot be searched is searched again. */
const longestSearch = 24;

/**
 * Posts something that is no digest with the same care: after an attempt of which nobody knows whether it arrived, it is
 * looked for, once that attempt can no longer be carried out, and posted again only where it does not stand.
 */
export async function postOnce(
  errand: TakenErrand,
  adapter: PlatformAdapter,
  posting: Posting,
  parts: DeliverParts,
): Promise<Done> {
  const isHarmless = adapter.manners?.again === 'harmless';
  if (errand.wasHeld && !isHarmless) {
    const outcome = 'the process ended before it knew whether this arrived';
    return { state: 'again', outcome, at: settled(parts), isNone: true };
  }
  if (errand.attempts > 1 && !isHarmless) {
    const found = await posting.find(Temporal.Instant.from(errand.at));
    if (found.state === 'found') {
      return { state: 'done', outcome: posting.word, messageId: found.messageId };
    }
    if (found.state === 'unknown') return unsearched(found, errand, parts);
  }
  return read(await posting.post(), posting.word, parts);
}

/** When a call that begins now can no longer be carried out. */
const settled = ({ clock, rules }: DeliverParts): Temporal.Instant =>
  clock().add({ milliseconds: callLimit(rules) + Math.round(rules.settle * 1000) });

function unsearched(
  { reason, later }: Extract<FindOutcome, { state: 'unknown' }>,
  errand: TakenErrand,
  { clock }: DeliverParts,
): Done {
  const now = clock();
  if (later === undefined || now.since(Temporal.Instant.from(errand.at)).total('hours') > longestSearch) {
    return { state: 'failed', outcome: `it may have arrived, and cannot be looked for: ${reason}` };
  }
  return { state: 'again', outcome: reason, at: laterOf(later, now.add({ seconds: 30 })), isNone: true };
}

function read(outcome: PostOutcome, word: string, parts: DeliverParts): Done {
  switch (outcome.state) {
    case 'sent':
      return { state: 'done', outcome: word, messageId: outcome.messageId };
    case 'later':
      return { state: 'again', outcome: outcome.reason, at: outcome.at, isNone: true };
    case 'refused':
      return { state: 'failed', outcome: outcome.reason };
    case 'doubt':
      return { state: 'again', outcome: outcome.reason, at: settled(parts) };
  }
}
