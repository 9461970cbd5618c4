import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFormModal, decodeFormModal } from '../../../../src/platforms/slack/form-modal.ts';
import { arbitraryForm } from '../../../support/arbitrary-form.ts';
import { viewFaults } from '../../../support/slack/validate-blocks.ts';

const origin = { channel: 'C1', responseUrl: 'https://hooks.slack.com/commands/T1/2/3' };

describe('a form as a dialogue', () => {
  test('is one that Slack takes, whatever stands in it', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        expect(viewFaults(createFormModal(form, origin))).toEqual([]);
      }),
    );
  });
  test('knows when it comes back what it was for and where it was opened', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        const { private_metadata: metadata } = createFormModal(form, origin);
        const state = { date: { value: { value: 'May 2023' } }, place: { value: { value: null } } };
        const read = decodeFormModal(metadata, state);
        expect(read?.from).toMatchObject(origin);
        expect(read?.invocation).toEqual({
          ...form.invocation,
          options: { ...form.invocation.options, date: 'May 2023' },
        });
      }),
    );
  });
  test.each([
    '',
    'null',
    '{}',
    '{"channel":"C1"}',
    '{"channel":"C1","form":"Not Ours!"}',
    '{"channel":1,"form":"a"}',
  ])('what is none of ours, such as %j, is not read', (metadata) => {
    expect(decodeFormModal(metadata, {})).toBeUndefined();
  });
});
