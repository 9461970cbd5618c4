import { dateWords, whenWords } from '../../../text/date-words.ts';
import { numberOf, numberWord } from '../../../text/number-words.ts';
import { andWords, type Fact, factAnswer } from '../fact.ts';
import { kindOf, shortName, type Tie, tiesTo } from '../relations.ts';
import { type Asked, article, dayAsked, evidenceOf } from './asked.ts';

const joining =
  /\b(join\w*|became|become|becomes|came in|come in|got in|admitted|acceded?|entered|enter|added|taken in|let in|made|granted|new)\b/;

/** Who has a status, who came in at a time, who founded it. */
export function readList(asked: Asked): Fact | undefined {
  const { folded, times } = asked.query;
  const window = times.windows[0];
  const kind = /\bfound(?:ing|ers?|ed)\b/.test(folded) ? 'founder of' : kindOf(asked.status);
  const all = tiesTo(asked.library, asked.organisation.id, kind);
  const entering = window !== undefined && joining.test(folded);
  const first = /\bfirst\b/.test(folded) && window === undefined && kind !== 'founder of';
  const ties = first
    ? earliest(all)
    : entering
      ? all.filter((tie) => inWindow(tie.relation.from, window))
      : kind === 'founder of'
        ? all
        : tiesTo(asked.library, asked.organisation.id, kind, dayAsked({ ...asked, countries: [] }));
  if (ties.length === 0 || namesPlace(asked)) return undefined;
  if (!entering && window === undefined && asked.countries.length > 0) return undefined;
  const name = shortName(asked.organisation);
  const names = andWords(ties.map((tie) => tie.subject.name));
  const count = ties.length === 1 ? 'one' : numberWord(ties.length);
  const said = kind === 'founder of' ? 'founder' : asked.status;
  const plural = ties.length === 1 ? said : `${said}s`;
  const asOf = dateWords(dayAsked({ ...asked, countries: [] }));
  const text = first
    ? `The first ${plural} of the ${name}: ${names}, ${datesOf(ties)}.`
    : entering
      ? `${names} became ${ties.length === 1 ? `${article(asked.status)} ` : ''}${plural} of the ${name} ${datesOf(ties)}.`
      : kind === 'founder of'
        ? `The ${name} was founded by ${count} states: ${names}.`
        : `As of ${asOf} the ${name} has ${count} ${plural}: ${names}.`;
  const wanted = numberOf(/\b(two|three|four|five|six|seven|eight|nine|ten)\b/.exec(folded)?.[1] ?? '');
  const confidence = wanted === undefined || wanted === ties.length ? 0.94 : 0.75;
  return factAnswer([[text, evidenceOf(ties, asked)]], 'relations: list', confidence);
}

/** Those that came in on the first day that is known. */
const earliest = (all: readonly Tie[]): readonly Tie[] => {
  const day = all.map((tie) => tie.relation.from).find((from) => from !== undefined);
  return all.filter((tie) => tie.relation.from !== undefined && tie.relation.from === day);
};

/** `at Ufa`: asks for what one event did, which the event tells better. */
const namesPlace = (asked: Asked): boolean =>
  asked.query.mentions.some((mention) =>
    mention.ids.some((id) => asked.library.gazetteer.entities.get(id)?.kind === 'place'),
  );

const inWindow = (
  date: string | undefined,
  window: { readonly from: string; readonly until: string },
): boolean => date !== undefined && date >= window.from.slice(0, date.length) && date <= window.until;

function datesOf(ties: readonly Tie[]): string {
  const dates = [...new Set(ties.map((tie) => tie.relation.from ?? ''))];
  return dates.length === 1 && dates[0] !== undefined
    ? whenWords(dates[0])
    : `(${ties.map((tie) => `${tie.subject.name} ${whenWords(tie.relation.from ?? '')}`).join(', ')})`;
}
