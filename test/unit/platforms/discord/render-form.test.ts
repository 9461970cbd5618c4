import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '../../../../src/form.ts';
import { clean } from '../../../../src/platforms/clean-text.ts';
import { decode } from '../../../../src/platforms/discord/decode.ts';
import { formValues } from '../../../../src/platforms/discord/form-values.ts';
import type { Interaction, InteractionComponent } from '../../../../src/platforms/discord/interaction.ts';
import { renderForm } from '../../../../src/platforms/discord/render-form.ts';
import { arbitraryForm } from '../../../support/arbitrary-form.ts';
import { checkCallback } from '../../../support/discord/rules.ts';

/** What Discord sends back when a dialogue is sent as it was opened. */
const sentBack = (form: Form): readonly InteractionComponent[] =>
  renderForm(form).components.map(({ component }) => ({
    component:
      component.type === 4
        ? { custom_id: component.custom_id, value: component.value ?? '' }
        : {
            custom_id: component.custom_id,
            values: component.options.filter((each) => each.default).map(({ value }) => value),
          },
  }));

describe('a form as a dialogue', () => {
  test('is one that Discord takes, whatever stands in it', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        expect(checkCallback({ type: 9, data: renderForm(form) })).toEqual([]);
      }),
    );
  });
  test('comes back with what stood in it, each under its own name', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        const values = formValues(sentBack(form));
        for (const { name, value, choices } of form.fields) {
          if (choices !== undefined) expect(values[name]).toBe(choices.includes(value) ? value : undefined);
          else expect(values[name]).toBe(value.length > 4_000 ? '' : clean(value));
        }
      }),
    );
  });
  test('of six fields puts those of fixed choices together, and takes them apart again', () => {
    const text = (name: string) => ({ name, label: name, value: `${name} it is` });
    const form: Form = {
      title: 'Change event e1',
      submit: 'Save',
      invocation: { command: 'article', subcommand: 'edit', options: { id: 'a', item: 'e1' } },
      fields: [
        ...[...'abcd'].map(text),
        { name: 'kind', label: 'Kind', value: 'summit', choices: ['visit', 'summit'] },
        { name: 'status', label: 'Standing', value: 'happened', choices: ['happened'] },
      ],
    };
    const { components } = renderForm(form);
    expect(components.map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd', 'Kind and standing']);
    expect(components.at(-1)?.component).toMatchObject({ min_values: 2, max_values: 2 });
    expect(formValues(sentBack(form))).toMatchObject({ a: 'a it is', kind: 'summit', status: 'happened' });
  });
});

describe('a dialogue that was sent', () => {
  const sent = (data: object): Interaction => ({
    id: '1',
    application_id: '2',
    type: 5,
    token: 't',
    guild_id: '3',
    channel_id: '4',
    member: { user: { id: '5', username: 'reader' }, permissions: '0' },
    data,
  });
  const rows = [{ type: 1, components: [{ type: 4, custom_id: 'date', value: 'May\u0000 2023' }] }];

  test('is the command with what was filled in, in rows as in labels', () => {
    expect(decode(sent({ custom_id: 'article/edit?id=a&item=e1&form=yes', components: rows }))).toMatchObject(
      {
        type: 'run',
        invocation: {
          command: 'article',
          subcommand: 'edit',
          options: { id: 'a', item: 'e1', form: 'yes', date: 'May 2023' },
        },
      },
    );
  });
  test.each([
    ['of another bot', { custom_id: 'Not Ours!', components: rows }],
    ['without a name', { components: rows }],
  ])('%s is stale', (_, data) => {
    expect(decode(sent(data))).toMatchObject({ type: 'stale' });
  });
});
