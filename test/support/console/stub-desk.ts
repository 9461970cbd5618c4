import { type Choice, type Commands, defineCommand, defineGroup } from '../../../src/command.ts';
import { cite, notice, paragraph, quiet, text } from '../../../src/document/build.ts';
import type { Document, ListItem, Source } from '../../../src/document/model.ts';
import type { Invocation, Origin } from '../../../src/invocation.ts';
import type { Desk } from '../../../src/platforms/platform.ts';

const run = async (): Promise<Document> => notice('The stub answers by itself.');

const days: readonly Choice[] = [
  { name: '15 June', value: '15 June' },
  { name: '9 June', value: '9 June' },
];
const people: readonly Choice[] = [
  { name: 'Sergey Lavrov', value: 'Sergey Lavrov' },
  { name: 'Subrahmanyam Jaishankar', value: 'Subrahmanyam Jaishankar' },
];

/** The choices whose name starts with what was typed. */
const starting =
  (choices: readonly Choice[]) =>
  async (typed: string): Promise<readonly Choice[]> =>
    choices.filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));

/** Declarations of every shape: rest, choices, completion, subcommands, hidden options and commands. */
export const stubCommands: Commands = [
  defineCommand({
    name: 'ask',
    about: 'Ask a question in plain words',
    examples: [],
    options: { question: { type: 'text', about: 'the question', required: true, rest: true } },
    run,
  }),
  defineCommand({
    name: 'onthisday',
    about: 'What happened on a day, in any year',
    examples: [],
    options: {
      date: { type: 'text', about: 'a day such as 15 June', rest: true, complete: starting(days) },
      topic: { type: 'text', about: 'only what concerns this', choices: ['security', 'summits'] },
      start: { type: 'integer', about: 'first item', hidden: true },
    },
    run,
  }),
  defineCommand({
    name: 'quote',
    about: 'Words found verbatim in a source',
    examples: [],
    options: {
      speaker: { type: 'text', about: 'who said it', complete: starting(people) },
      about: { type: 'text', about: 'words in it', rest: true },
    },
    run,
  }),
  defineGroup({
    name: 'digest',
    about: 'Digests that arrive by themselves',
    examples: [],
    subcommands: {
      create: {
        about: 'Have a digest arrive every day',
        options: {
          at: { type: 'text', about: 'local time such as 09:00', required: true },
          weekends: { type: 'boolean', about: 'on Saturdays and Sundays too' },
        },
        private: true,
        run,
      },
      list: { about: 'The digests of this desk', options: {}, private: true, run },
    },
  }),
  defineCommand({ name: 'why', about: 'A receipt', examples: [], hidden: true, options: {}, run }),
];

const founding: Source = {
  date: '15 June 2001',
  statement: 'Six states found the Shanghai Cooperation Organisation',
  publisher: 'Xinhua',
  published: '15 June 2001',
  url: 'https://news.example/2001/founding',
};

const lines: readonly string[] = [
  '2001 · 25 years ago · Shanghai: Six states found the Shanghai Cooperation Organisation.',
  '2009 · Yekaterinburg: The SCO summit opens; leaders meet for two days.',
  '2011 · 15 years ago · Astana: Leaders mark ten years of the organisation with a declaration.',
  '2017 · Geneva: Observers of two continents compare notes.',
];

/** A digest whose list starts at `start` and shows three lines at most. */
export function stubDigest(start = 0): Document {
  const items = lines.slice(start, start + 3).map((line): ListItem => ({ spans: [text(line), cite(1)] }));
  const hidden = Math.max(0, lines.length - start - 3);
  return {
    kind: 'digest',
    title: 'On this day: 15 June',
    blocks: [
      {
        type: 'list',
        items,
        ...(hidden === 0
          ? {}
          : {
              hidden,
              more: {
                command: 'onthisday',
                options: { date: '06-15', ...(start > 0 ? { start: `${start}` } : {}) },
              },
            }),
      },
      quiet('Dates are those of the events. 15 June in Asia/Kolkata.'),
    ],
    sources: [founding],
  };
}

const stubAnswer = (question: string): Document => ({
  kind: 'answer',
  blocks: [
    paragraph(
      `About “${question}”: Sergey Lavrov met Subrahmanyam Jaishankar in Goa on 4 May 2023. `,
      cite(1),
    ),
  ],
  sources: [{ ...founding, date: '4 May 2023', statement: 'Lavrov meets Jaishankar in Goa' }],
});

/** A desk that answers without a store, and remembers what it was asked. */
export function stubDesk(): Desk & { readonly asked: { invocation: Invocation; origin: Origin }[] } {
  const asked: { invocation: Invocation; origin: Origin }[] = [];
  return {
    asked,
    commands: stubCommands,
    dispatch: async (invocation, origin) => {
      asked.push({ invocation, origin });
      if (invocation.command === 'ask') return stubAnswer(invocation.options.question ?? '');
      if (invocation.command === 'onthisday') return stubDigest(Number(invocation.options.start ?? 0));
      return notice('The digest is set for 09:00 every day.');
    },
    complete: async (invocation, focused) => {
      const command = stubCommands.find(({ name }) => name === invocation.command);
      const complete = command?.action?.options[focused]?.complete;
      return complete ? complete(invocation.options[focused] ?? '', undefined as never) : [];
    },
  };
}
