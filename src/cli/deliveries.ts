import { ReaderError } from '../errors.ts';
import type { Delivery, DeliveryState } from '../store/ports.ts';
import { type Arguments, readFlags } from './arguments.ts';
import { commandDesk } from './command-desk.ts';
import type { Edges } from './edges.ts';

const states: readonly DeliveryState[] = ['due', 'sending', 'sent', 'failed', 'uncertain', 'skipped'];

/** `deliveries [--state …] [--json]`: the delivery ledger. */
export async function runDeliveries(args: Arguments, edges: Edges): Promise<number> {
  const { flags } = readFlags(args.rest, ['state', 'schedule']);
  await using desk = await commandDesk(args, edges);
  const rows = await desk.store.deliveries.list({
    ...(flags.state === undefined ? {} : { state: readState(flags.state) }),
    ...(flags.schedule === undefined ? {} : { schedule: flags.schedule }),
  });
  if (args.json) edges.print(JSON.stringify(rows.map(rowJson)));
  else edges.print(rows.length === 0 ? 'No deliveries.' : rows.map(rowLine).join('\n'));
  return 0;
}

function readState(typed: string): DeliveryState {
  const state = states.find((each) => each === typed);
  if (state !== undefined) return state;
  throw new ReaderError(`There is no state “${typed}”; there is ${states.join(', ')}.`);
}

/** A row without its edition, the place laid out flat. */
const rowJson = ({ edition: _, basis, place, ...row }: Delivery): object => ({
  ...row,
  platform: place.platform,
  workspace: place.workspace,
  channel: place.channel,
  messageId: row.messageId ?? null,
  error: row.error ?? null,
  dataVersion: basis?.dataVersion ?? null,
  records: basis?.records.map(({ id }) => id) ?? [],
});

const rowLine = (row: Delivery): string =>
  [
    row.slot,
    row.schedule,
    `${row.place.platform}/${row.place.workspace}/${row.place.channel}`,
    row.state,
    row.attempts === 1 ? '1 attempt' : `${row.attempts} attempts`,
    row.messageId,
    row.error,
  ]
    .filter((part) => part !== undefined)
    .join('  ');
