import type { SocketModeReceiver } from '@slack/bolt';
import { type ApiFault, appTokenError, faultWords, readFault, refusalOf } from './faults.ts';
import type { SlackLog } from './parts.ts';
import { runSocket } from './socket-client.ts';
import { pause } from './work.ts';

/** Milliseconds before another try, by the number of short or failed connections in a row: a first loss is mended at once. */
const pauses = [0, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Between tries with a token that Slack refuses: an incident on its side may end. */
const refusedPause = 300_000;
/** A connection that lasted so long was a good one. */
const goodAfter = 30_000;

/** One socket, kept up. */
export interface KeptSocket {
  /**
   * Keeps it up until the signal. Never rejects.
   * @param onSettled called once Slack has taken us, could not be reached, or has refused us, then with its code
   */
  run(onSettled: (refused?: string) => void): Promise<void>;
  isConnected(): boolean;
  state(): string;
}

/** @param stop ends it */
export function keepSocket(receiver: SocketModeReceiver, log: SlackLog, stop: AbortSignal): KeptSocket {
  let state = 'not connected';
  let isConnected = false;

  async function run(onSettled: (refused?: string) => void): Promise<void> {
    let failures = 0;
    while (!stop.aborted) {
      const begun = performance.now();
      const fault = await runOnce(onSettled);
      isConnected = false;
      if (stop.aborted) return onSettled();
      failures = performance.now() - begun > goodAfter ? 0 : failures + 1;
      const wait = fault === undefined ? afterLoss(failures) : afterFault(fault, failures);
      onSettled(fault && refusalOf(fault));
      await pause(wait, stop);
    }
  }

  async function runOnce(onSettled: () => void): Promise<ApiFault | undefined> {
    try {
      await runSocket(receiver.client, () => {
        state = 'connected over Socket Mode';
        isConnected = true;
        onSettled();
      });
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
    state = `reconnecting (${faultWords(fault)})`;
    log.warn({ fault: faultWords(fault), failures }, 'Slack is not connected; trying again');
    return fault.kind === 'limited' ? fault.seconds * 1_000 : pauseFor(failures);
  }

  return { run, isConnected: () => isConnected, state: () => state };
}

const pauseFor = (failures: number): number =>
  pauses[Math.min(Math.max(failures, 0), pauses.length - 1)] ?? 0;
