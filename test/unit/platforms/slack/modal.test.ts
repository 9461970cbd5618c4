import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../../commands/index.ts';
import type { AnyAction } from '../../../../src/command.ts';
import {
  createDigestModal,
  decodeDigestModal,
  decodeModalOrigin,
  modalErrors,
  saidModal,
} from '../../../../src/platforms/slack/modal.ts';
import { hostileText } from '../../../support/slack/hostile-text.ts';
import { viewFaults } from '../../../support/slack/validate-blocks.ts';

const create = commands.find(({ name }) => name === 'digest')?.subcommands?.create as AnyAction;
const origin = { channel: 'C1', responseUrl: 'https://hooks.slack.example/commands/T1/1/x' };

describe('the form for a digest', () => {
  test('is one that Slack takes, with a field for each option that is shown', () => {
    const view = createDigestModal(create, origin, 'Asia/Kolkata');
    expect(viewFaults(view)).toEqual([]);
    const fields = view.blocks.map((block) => 'block_id' in block && block.block_id);
    expect(fields).toEqual(Object.keys(create.options));
    expect(JSON.stringify(view)).toContain('"initial_value":"Asia/Kolkata"');
  });

  test('without a zone none is filled in', () => {
    expect(JSON.stringify(createDigestModal(create, origin))).not.toContain('initial_value');
  });

  test('what it says in the end is one that Slack takes, whatever is said', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(viewFaults(saidModal('New digest', text))).toEqual([]);
      }),
    );
  });

  test('options of any declaration make a form that Slack takes', () => {
    const options = {
      kind: { type: 'text', about: '', choices: ['a', 'b'] },
      loud: { type: 'boolean', about: 'x'.repeat(5000) },
      secret: { type: 'text', about: 'hidden', hidden: true },
    } as const;
    const view = createDigestModal({ ...create, options }, origin);
    expect(viewFaults(view)).toEqual([]);
    expect(JSON.stringify(view)).not.toContain('secret');
  });
});

describe('the submitted form', () => {
  test('gives an invocation, without the fields that are empty', () => {
    const state = {
      time: { value: { selected_time: '09:30' } },
      zone: { value: { value: ' Asia/Kolkata ' } },
      days: { value: { selected_options: [{ value: 'mon' }, { value: 'wed' }] } },
      topics: { value: { value: null } },
      size: { value: { value: '' } },
      kind: { value: { selected_option: null } },
    };
    expect(decodeDigestModal(state)).toEqual({
      command: 'digest',
      subcommand: 'create',
      options: { time: '09:30', zone: 'Asia/Kolkata', days: 'mon,wed' },
    });
  });

  test('knows where it was asked for, and refuses what is not its own', () => {
    const { private_metadata } = createDigestModal(create, origin);
    expect(decodeModalOrigin(private_metadata)).toEqual(origin);
    for (const other of ['', '{', '7', 'null', '{}', '{"channel":7}', undefined, {}]) {
      expect(decodeModalOrigin(other)).toBeUndefined();
    }
    expect(decodeModalOrigin('{"channel":"C1","responseUrl":7}')).toEqual({ channel: 'C1' });
  });
});

describe('a mistake', () => {
  const state = {
    time: { value: { selected_time: '09:00' } },
    zone: { value: { value: 'Mars/Olympus' } },
    days: { value: { selected_options: [] } },
  };

  test.each([
    ['“Mars/Olympus” is not a time zone; write one such as Asia/Kolkata.', 'zone'],
    ['days are weekdays such as mon-fri.', 'days'],
    ['Something went wrong.', 'time'],
  ])('“%s” shows beside %s', (sentence, field) => {
    expect(modalErrors(state, sentence)).toEqual({ [field]: sentence });
  });

  test('is short and on one line, and a form without fields still shows it', () => {
    const shown = modalErrors({}, `a\n${'b'.repeat(300)}`);
    expect(shown.time).toMatch(/^a b+…$/);
    expect(shown.time?.length).toBeLessThanOrEqual(150);
  });
});
