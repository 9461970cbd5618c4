import type { Insertable, Selectable } from 'kysely';
import * as z from 'zod';
import { decodeJson, encodeJson, isDocument } from '../document/codec.ts';
import type { Document } from '../document/model.ts';
import { instantColumn, readInstant } from './instants.ts';
import type { Basis, Delivery } from './ports.ts';
import { parseJson } from './read-body.ts';
import type { DeliveryTable } from './schema.ts';

/** A new delivery as a row. @throws RangeError when an instant is none */
export function deliveryRow(delivery: Delivery): Insertable<DeliveryTable> {
  const { id, schedule, slot, place, state, attempts } = delivery;
  const optional = (iso: string | undefined): string | null =>
    iso === undefined ? null : instantColumn(iso);
  return {
    id,
    schedule,
    slot,
    ...place,
    state,
    attempts,
    due: instantColumn(delivery.due),
    message_id: delivery.messageId ?? null,
    error: delivery.error ?? null,
    first_attempt: optional(delivery.firstAttempt),
    last_attempt: optional(delivery.lastAttempt),
    not_before: optional(delivery.notBefore),
    edition: delivery.edition === undefined ? null : encodeJson(delivery.edition),
    basis: delivery.basis === undefined ? null : JSON.stringify(delivery.basis),
    approved_by: delivery.approvedBy ?? null,
  };
}

/**
 * A row as a delivery, or undefined when somebody else wrote what cannot be read. An edition that cannot be read
 * counts as not composed yet.
 */
export function readDelivery(row: Selectable<DeliveryTable>): Delivery | undefined {
  const { id, schedule, slot, platform, workspace, channel, state, attempts } = row;
  const due = instant(row.due);
  if (due === undefined) return undefined;
  const optional = {
    messageId: row.message_id ?? undefined,
    error: row.error ?? undefined,
    firstAttempt: instant(row.first_attempt),
    lastAttempt: instant(row.last_attempt),
    notBefore: instant(row.not_before),
    edition: readEdition(row.edition),
    basis: readBasis(row.basis),
    approvedBy: row.approved_by ?? undefined,
  };
  const place = { platform, workspace, channel };
  return { id, schedule, slot, due, place, state, attempts, ...present(optional) };
}

/** An object without the fields that are undefined. */
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

function instant(column: string | null): string | undefined {
  try {
    return column === null ? undefined : readInstant(column);
  } catch {
    return undefined;
  }
}

/** The frozen edition of a column; undefined when there is none or it is no document. */
export function readEdition(column: string | null): Document | undefined {
  if (column === null) return undefined;
  try {
    const value = decodeJson(column);
    return isDocument(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const basisSchema = z.object({
  dataVersion: z.string(),
  asOf: z.string(),
  records: z.array(z.object({ id: z.string(), on: z.string(), shown: z.record(z.string(), z.string()) })),
});

/** What an edition rests on; undefined when the column holds nothing that can be read. */
export function readBasis(column: string | null): Basis | undefined {
  const parsed = column === null ? undefined : basisSchema.safeParse(parseJson(column));
  return parsed?.success ? parsed.data : undefined;
}
