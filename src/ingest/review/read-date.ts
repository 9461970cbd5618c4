import { ReaderError } from '../../errors.ts';
import { partialDate } from '../../knowledge/model.ts';
import { shorten } from '../../options.ts';
import { findDates } from '../recognise/dates.ts';

/** What stands for something that is not known. */
export const isNone = (typed: string): boolean => /^(?:none|unknown|[-–]?)$/i.test(typed.trim());

/**
 * A date as an editor writes it, with the precision she gives it: `5 May 2023`, `May 2023`, `2023`, `on Thursday`.
 * @param published the day from which words such as “Thursday” are counted
 * @throws ReaderError for anything else
 */
export function readDate(typed: string, published: Temporal.PlainDate): string {
  const said = typed.trim();
  if (partialDate.safeParse(said).success) return said;
  const [found, ...more] = findDates(said, published);
  const isWhole =
    found !== undefined &&
    more.length === 0 &&
    /^(?:on|in|at|the|\s)*$/i.test(said.slice(0, found.start)) &&
    /^[\s.]*$/.test(said.slice(found.end));
  const value = isWhole && (found.type === 'DATE' || found.type === 'TIME') ? found.value.slice(0, 10) : '';
  if (partialDate.safeParse(value).success) return value;
  throw new ReaderError(`“${shorten(said, 40)}” is no date; write 5 May 2023, May 2023, 2023, or none.`);
}
