import type { Transaction } from 'kysely';
import { encodeJson } from '../document/codec.ts';
import type { Document } from '../document/model.ts';
import { holdPlace, takeTurn } from './budgets.ts';
import { readEdition } from './delivery-rows.ts';
import type { Engine } from './engine.ts';
import { instantColumn } from './instants.ts';
import type { Beginning, Begun } from './ports.ts';
import type { Tables } from './schema.ts';

/** All that is written before a call, in one transaction: at nine o'clock thousands of them wait for each other. */
export const begin = (engine: Engine, id: string, fence: number, beginning: Beginning): Promise<Begun> =>
  engine.db.transaction().execute(async (transaction): Promise<Begun> => {
    const row = await transaction
      .selectFrom('delivery')
      .select('edition')
      .where('id', '=', id)
      .where('fence', '=', fence)
      .executeTakeFirst();
    if (row === undefined) return { state: 'lost' };
    const turn = await takeTurns(engine, transaction, beginning);
    const frozen = freezing(readEdition(row.edition), beginning.edition);
    const now = beginning.clock();
    const time = Temporal.Instant.fromEpochMilliseconds(Math.ceil(Math.max(turn.at, now.epochMilliseconds)));
    const changed = {
      ...frozen.changed,
      ...(turn.state === 'begun' ? { last_attempt: instantColumn(time.toString()) } : {}),
    };
    if (Object.keys(changed).length > 0) {
      const { numUpdatedRows } = await transaction
        .updateTable('delivery')
        .set(changed)
        .where('id', '=', id)
        .where('fence', '=', fence)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows !== 1n) return { state: 'lost' };
    }
    if (turn.state === 'later') return turn;
    if (frozen.edition === undefined) throw new Error(`delivery ${id} has no edition to send`);
    return { state: 'begun', at: turn.at, place: turn.place, edition: frozen.edition };
  });

/** Each turn comes no sooner than the one before it. The first that does not come soon enough ends it. */
async function takeTurns(
  engine: Engine,
  transaction: Transaction<Tables>,
  { turns, clock }: Beginning,
): Promise<
  | { readonly state: 'begun'; readonly at: number; readonly place: string }
  | Extract<Begun, { state: 'later' }>
> {
  let last = { at: 0, place: '' };
  for (const turn of turns) {
    if (turn.isInHand === true) continue;
    const taken = await takeTurn(engine, transaction, turn, clock, last.at);
    if (!taken.isTaken) return { state: 'later', at: taken.at, name: turn.name };
    last = taken;
  }
  const at = last.place === '' ? clock().epochMilliseconds : last.at;
  // A turn in a channel is over a while after the call, which may have waited longer for the turn of the token.
  for (const { name, everyMs, places } of turns)
    if (places === 1 && name !== last.place)
      await holdPlace(transaction, { place: name, until: at + everyMs });
  return { state: 'begun', at, place: last.place };
}

/** What is sent is what a later reader gets, and not what was given: a retry must send the same. */
function freezing(
  frozen: Document | undefined,
  given: Beginning['edition'],
): { readonly edition: Document | undefined; readonly changed: { edition?: string; basis?: string } } {
  if (frozen !== undefined || given === undefined) return { edition: frozen, changed: {} };
  const edition = encodeJson(given.document);
  return { edition: readEdition(edition), changed: { edition, basis: JSON.stringify(given.basis) } };
}
