import type { SocketModeReceiver } from '@slack/bolt';
import type { Connection } from './connection.ts';
import { type ApiFault, appTokenError, faultWords, readFault, refusalOf } from './faults.ts';
import type { SlackLog, SlackSettings } from './parts.ts';
import { createSocketReceiver, disconnect, runSocket } from './socket-client.ts';
import { pause, within } from './work.ts';

/** Milliseconds before another try, by the number of short or failed connections in a row: a first loss is mended at once. */
const pauses = [0, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Between tries with a token that Slack refuses: an incident on its side may end. */
const refusedPause = 300_000;
/** A connection that lasted so long was a good one. */
const goodAfter = 30_000;

/** Socket Mode, kept up until closed: no fault of the connection leaves this file except a token refused at the start. */
export function createSocketConnection(
  settings: SlackSettings & { readonly appToken: string },
  log: SlackLog,
): Connection & { readonly receiver: SocketModeReceiver } {
  const stop = new AbortController();
  const receiver = createSocketReceiver(settings, log, stop.signal);
  const first = Promise.withResolvers<void>();
  let state = 'not connected';
  let wasGreeted = false;
  let running: Promise<void> = Promise.resolve();

  async function keepUp(): Promise<void> {
    let failures = 0;
    while (!stop.signal.aborted) {
      const begun = performance.now();
      const fault = await runOnce(() => {
        state = 'connected over Socket Mode';
        wasGreeted = true;
        first.resolve();
      });
      if (stop.signal.aborted) return first.resolve();
      const refused = fault && refusalOf(fault);
      if (refused !== undefined && !wasGreeted) return first.reject(appTokenError(refused));
      failures = performance.now() - begun > goodAfter ? 0 : failures + 1;
      await pause(fault === undefined ? afterLoss(failures) : afterFault(fault, failures), stop.signal);
    }
  }

  async function runOnce(onHello: () => void): Promise<ApiFault | undefined> {
    try {
      await runSocket(receiver.client, onHello);
      return undefined;
    } catch (thrown) {
      return readFault(thrown);
    }
  }

  function afterLoss(failures: number): number {
    state = 'reconnecting';
    return pauseFor(failures - 1);
  }

  function afterFault(fault: ApiFault, failures: number): number {
    const refused = refusalOf(fault);
    if (refused !== undefined) {
      state = `not connected: Slack refuses SLACK_APP_TOKEN (${refused})`;
      log.error({ fault: refused }, appTokenError(refused).message);
      return refusedPause;
    }
    first.resolve();
    state = `reconnecting (${faultWords(fault)})`;
    log.warn({ fault: faultWords(fault), failures }, 'Slack is not connected; trying again');
    return fault.kind === 'limited' ? fault.seconds * 1_000 : pauseFor(failures);
  }

  return {
    receiver,
    async open() {
      running = keepUp();
      await first.promise;
    },
    async close() {
      stop.abort();
      await disconnect(receiver.client);
      await within(running, 3_000);
      state = 'closed';
    },
    state: () => state,
  };
}

const pauseFor = (failures: number): number =>
  pauses[Math.min(Math.max(failures, 0), pauses.length - 1)] ?? 0;
