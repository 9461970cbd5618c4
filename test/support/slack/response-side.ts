import { until } from './until.ts';
import { messageFaults } from './validate-blocks.ts';

const mostUses = 5;
const lifetime = 30 * 60_000;

export interface Response {
  readonly response_type: 'in_channel' | 'ephemeral';
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
}

/** The addresses that come with commands and buttons: five answers within 30 minutes. */
export interface ResponseSide {
  readonly violations: readonly string[];
  create(): string;
  of(url: string): readonly Response[];
  /** The first answer to an address, waited for. */
  first(url: string, most?: number): Promise<Response>;
  /** @returns the HTTP status */
  take(path: string, body: string): number;
}

/** @param base of the gate */
export function createResponseSide(base: () => string): ResponseSide {
  const held = new Map<string, { readonly until: number; readonly answers: Response[] }>();
  const violations: string[] = [];
  const pathOf = (url: string): string => new URL(url).pathname;
  const of = (url: string): readonly Response[] => held.get(pathOf(url))?.answers ?? [];
  return {
    violations,
    create() {
      const path = `/respond/${held.size + 1}`;
      held.set(path, { until: Date.now() + lifetime, answers: [] });
      return `${base()}${path}`;
    },
    of,
    first: (url, most) => until('an answer through response_url', () => of(url)[0], most),
    take(path, body) {
      const address = held.get(path);
      if (address === undefined || Date.now() > address.until) return 404;
      if (address.answers.length >= mostUses) return 404;
      const message = JSON.parse(body) as Response;
      violations.push(...messageFaults({ ...message }).map((fault) => `response_url: ${fault}`));
      address.answers.push(message);
      return 200;
    },
  };
}
