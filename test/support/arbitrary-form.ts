import fc from 'fast-check';
import type { Form, FormField } from '../../src/form.ts';

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
  fc.constantFrom(
    '<@123> **bold** [x](https://e.org)',
    'a'.repeat(200),
    '&amp; <script>',
    '👩‍👩‍👧 क्षि',
    '=x=y',
  ),
);
const choices = fc.uniqueArray(fc.stringMatching(/^[a-z’ ]{1,20}$/), { minLength: 1, maxLength: 4 });

const field = (name: string): fc.Arbitrary<FormField> =>
  fc.oneof(
    fc.record({
      name: fc.constant(name),
      label: words,
      about: words,
      value: fc.oneof(words, fc.constant(''), fc.constant('long '.repeat(2_000))),
      required: fc.boolean(),
      long: fc.boolean(),
    }),
    choices.chain((list) =>
      fc.record({
        name: fc.constant(name),
        label: words,
        value: fc.constantFrom(...list, 'none of them'),
        choices: fc.constant(list),
        required: fc.boolean(),
      }),
    ),
  );

/** Any form that a command of ours could declare, with whatever an article may have put into it. */
export const arbitraryForm: fc.Arbitrary<Form> = fc.record({
  title: words,
  submit: words,
  invocation: fc.constant({
    command: 'article',
    subcommand: 'edit',
    options: { id: '2023-05-04-ministers-meet', item: 'e12', form: 'yes' },
  }),
  fields: fc
    .integer({ min: 1, max: 6 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, at) => field(`field-${'abcdef'.charAt(at)}`))),
    )
    // More than five fields have choices among them that can become one.
    .filter((list) => list.length <= 5 || list.filter((each) => each.choices !== undefined).length >= 2),
});
