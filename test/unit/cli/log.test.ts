import { expect, test } from 'vitest';
import { createLog } from '../../../src/cli/log.ts';
import { readSettings } from '../../../src/config.ts';

const lines: string[] = [];
const log = createLog(
  readSettings({
    MODEL_URL: 'http://127.0.0.1:9/v1',
    MODEL_NAME: 'stand-in',
    MODEL_KEY: 'a-key-like-no-other',
  }),
  {
    environment: {},
    lines: async function* () {},
    print: () => undefined,
    complain: (line) => void lines.push(line),
    clock: () => Temporal.Instant.from('2026-11-25T09:00:00Z'),
    stop: new AbortController().signal,
  },
);

test('a secret setting is blotted out of whatever line it gets into; other words stay', () => {
  log.error({ err: new Error('Bearer a-key-like-no-other was refused by stand-in') }, 'a call failed');
  log.error({ note: 'a-key-like-no-other' }, 'a-key-like-no-other');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('a-key-like-no-other');
  expect(lines.join()).toContain('refused by stand-in');
});
