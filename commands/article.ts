import { libraryOf } from '../src/answer/fetch.ts';
import { defineCommand } from '../src/command.ts';
import { articleCard, articleList } from '../src/lookup/articles.ts';
import { button } from '../src/lookup/buttons.ts';
import { completeArticles } from '../src/lookup/complete.ts';
import { findArticles, nearestArticles } from '../src/lookup/find-articles.ts';
import { nothing } from '../src/lookup/nothing.ts';
import { readStart, startOption } from '../src/lookup/start-option.ts';
import { shorten } from '../src/options.ts';

export default defineCommand({
  name: 'article',
  about: 'The articles: publisher, date, link, and what each of them says',
  examples: ['article', 'article rupee trade', 'article Lavrov jokes'],
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
