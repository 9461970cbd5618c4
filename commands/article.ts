import { libraryOf } from '../src/answer/fetch.ts';
import { defineAction, defineGroup, type OptionSpec } from '../src/command.ts';
import { standings } from '../src/ingest/review/standings.ts';
import { entityKinds, eventKinds } from '../src/knowledge/model.ts';
import { articleCard, articleList } from '../src/lookup/articles.ts';
import { button } from '../src/lookup/buttons.ts';
import { completeArticles } from '../src/lookup/complete.ts';
import { findArticles, nearestArticles } from '../src/lookup/find-articles.ts';
import { nothing } from '../src/lookup/nothing.ts';
import { readStart, startOption } from '../src/lookup/start-option.ts';
import { shorten } from '../src/options.ts';

/** Who may bring articles in is everybody's matter; what the desk then says is that of those who manage it. */
const manage = { needs: 'manage-digests' } as const;

/** Reading articles takes word lists that cost memory: they are loaded when somebody first brings in or reviews one. */
const bringing = () => import('../src/ingest/review/bring-in.ts');
const reviewing = () => import('../src/ingest/review/review.ts');
const editing = () => import('../src/ingest/review/edit.ts');
const choosing = () => import('../src/ingest/review/choices.ts');

const idOption = {
  type: 'text',
  about: 'the article, as its card names it',
  required: true,
  rest: true,
  complete: async (typed, context) => (await reviewing()).completeDesk(typed, context),
} as const satisfies OptionSpec;

const search = defineAction({
  about: 'Finds articles and shows what each of them says',
  options: {
    search: {
      type: 'text',
      about: 'words of its title or text, or a name in it',
      rest: true,
      complete: completeArticles,
    },
    start: startOption,
  },
  run: async ({ search = '', start }, context) => {
    const { library } = await libraryOf(context.knowledge, context.origin.workspace);
    const found = findArticles(search, library);
    const [first, second] = found;
    if (first !== undefined && second === undefined) return articleCard(first, library, readStart(start));
    const said = search.trim() === '' ? '' : ` with “${shorten(search.trim())}”`;
    if (first !== undefined)
      return articleList(found, said, readStart(start), search === '' ? {} : { search });
    const near = nearestArticles(search, library);
    const actions = near.map((each) => button(each.title, 'article', { search: each.id }));
    const nearest = near.length === 0 ? '' : ` Nearest: ${near.map((each) => each.title).join('; ')}.`;
    return nothing(`No article here${said}.${nearest}`, library, [], actions);
  },
});

const add = defineAction({
  about: 'Brings an article in, for this server or workspace alone',
  onMessage: { label: 'Add to the desk', option: 'article', also: { message: 'yes' } },
  options: {
    article: { type: 'text', about: 'its link, or its whole text; left out, a form asks for it', rest: true },
    message: { type: 'boolean', about: 'whether it is a message that holds a link', hidden: true },
  },
  form: { from: [], needs: [], make: async () => (await bringing()).addForm },
  run: async ({ article = '', message }, context) => {
    const { bringIn, bringInMessage } = await bringing();
    return message ? bringInMessage(article, context) : bringIn(article, context);
  },
});

const review = defineAction({
  about: 'Shows what was found in an article that waits for a review',
  options: { id: { ...idOption, required: false } },
  run: async ({ id }, context) => (await reviewing()).review(id, context),
});

const accept = defineAction({
  ...manage,
  about: 'Lets an article answer questions',
  options: { id: idOption },
  run: async ({ id }, context) => (await reviewing()).decide(id, { type: 'accept' }, context),
});

const reject = defineAction({
  ...manage,
  about: 'Lets an article answer nothing',
  options: { id: idOption },
  run: async ({ id }, context) => (await reviewing()).decide(id, { type: 'reject' }, context),
});

const edit = defineAction({
  ...manage,
  about: 'Changes what was read, or leaves out what was found wrongly',
  options: {
    id: idOption,
    item: { type: 'text', about: 'what is changed: a code of the card such as e2, or article' },
    title: { type: 'text', about: 'of an event' },
    date: { type: 'text', about: 'of an event, as exactly as it is known: 5 May 2023, May 2023, 2023, none' },
    place: { type: 'text', about: 'of an event, or none' },
    kind: { type: 'text', about: 'of an event or a name', choices: [...eventKinds, ...entityKinds] },
    participants: { type: 'text', about: 'who took part in an event, with commas between them' },
    status: { type: 'text', about: 'whether an event happened', choices: Object.values(standings) },
    speaker: { type: 'text', about: 'of a quotation' },
    name: { type: 'text', about: 'what a new name is called' },
    aliases: { type: 'text', about: 'other forms of a new name, with commas between them' },
    same: { type: 'text', about: 'a known name that a new one is another form of' },
    published: { type: 'text', about: 'day of publication, such as 2023-05-04' },
    publisher: { type: 'text', about: 'who published it' },
    headline: { type: 'text', about: 'its headline' },
    drop: { type: 'text', about: 'codes of the card that are left out, such as e2,q1' },
    keep: { type: 'text', about: 'codes that are taken back' },
    form: { type: 'boolean', about: 'whether a form was filled in', hidden: true },
    start: startOption,
  },
  form: {
    from: ['id', 'item'],
    needs: ['id', 'item'],
    make: async (options, context) => (await editing()).editForm(options, context),
  },
  run: async ({ id, start, ...options }, context) =>
    (await editing()).edit(id, { ...options, start: readStart(start) }, context),
});

const history = defineAction({
  private: true,
  about: 'Who added, reviewed and edited what and when, and what updates changed',
  options: { id: { ...idOption, required: false } },
  run: async ({ id }, context) => (await import('../src/ingest/review/history.ts')).history(id, context),
});

const unreviewed = defineAction({
  ...manage,
  private: true,
  about: 'Whether articles that nobody has reviewed answer questions here',
  options: { answers: { type: 'boolean', about: 'yes or no; shows how it is when left out', rest: true } },
  run: async ({ answers }, context) => (await choosing()).unreviewed(answers, context),
});

const propose = defineAction({
  ...manage,
  about: 'Lets the language model look for what was not found; all it says is checked against the text',
  options: { id: idOption },
  run: async ({ id }, context) => (await import('../src/ingest/review/propose.ts')).propose(id, context),
});

const model = defineAction({
  ...manage,
  private: true,
  about: 'Whether a language model may help here; nothing is shown to it otherwise',
  options: { use: { type: 'boolean', about: 'yes or no; shows how it is when left out', rest: true } },
  run: async ({ use }, context) => (await choosing()).useModel(use, context),
});

export default defineGroup({
  name: 'article',
  about: 'The articles and what each says; bring in your own, and review them',
  examples: ['article', 'article rupee trade', 'article Lavrov jokes'],
  usual: 'search',
  subcommands: { search, add, review, accept, reject, edit, history, unreviewed, propose, model },
});
