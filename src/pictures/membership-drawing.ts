import { shortName, tiesTo } from '../answer/facts/relations.ts';
import type { Library } from '../answer/library.ts';
import type { NonEmpty } from '../answer/model.ts';
import type { Entity, Relation } from '../knowledge/model.ts';
import { dateWords } from '../text/date-words.ts';
import type { MembershipDrawing, MembershipRow, MembershipSpan, MembershipStatus } from './model.ts';

const kinds: readonly (readonly [Relation['kind'], MembershipStatus])[] = [
  ['member of', 'member'],
  ['observer of', 'observer'],
  ['dialogue partner of', 'dialogue partner'],
];

/** Fewer countries than this are told faster in words. */
const fewestRows = 4;

/** Members, observers and partners of an organisation over the years, as the record of it stands; undated ones are left out. */
export function membershipDrawing(
  organisation: Entity,
  library: Library,
  today: string,
): MembershipDrawing | undefined {
  const rows = rowsOf(organisation, library, today);
  const [first, ...rest] = rows;
  if (first === undefined || rows.length < fewestRows) return undefined;
  const title = `Members, observers and partners of the ${shortName(organisation)}`;
  return { type: 'membership', title, rows: [first, ...rest], until: today, alt: altOf(rows, title, today) };
}

function rowsOf(organisation: Entity, library: Library, today: string): readonly MembershipRow[] {
  const dated = kinds.flatMap(([kind, status]) =>
    tiesTo(library, organisation.id, kind).flatMap(({ subject, relation: { from, to } }) =>
      from === undefined || from > today
        ? []
        : [{ name: subject.name, span: { status, from, ...(to === undefined ? {} : { to }) } }],
    ),
  );
  return [...Map.groupBy(dated, ({ name }) => name)]
    .map(([name, list]) => ({ name, spans: inTime(list.map(({ span }) => span)) }))
    .sort((left, right) => byRank(left, right) || (left.name < right.name ? -1 : 1));
}

const inTime = (spans: readonly MembershipSpan[]): NonEmpty<MembershipSpan> =>
  spans.toSorted((left, right) => (left.from < right.from ? -1 : 1)) as unknown as NonEmpty<MembershipSpan>;

const rank = (span: MembershipSpan): number => kinds.findIndex(([, status]) => status === span.status);

/** By what they are now, members first; then by since when. */
function byRank(left: MembershipRow, right: MembershipRow): number {
  const [one, other] = [left.spans.at(-1), right.spans.at(-1)] as [MembershipSpan, MembershipSpan];
  return rank(one) - rank(other) || (one.from < other.from ? -1 : one.from > other.from ? 1 : 0);
}

function altOf(rows: readonly MembershipRow[], title: string, today: string): string {
  const list = rows.map((row) => `${row.name}: ${row.spans.map(spanWords).join(', ')}`);
  return `Chart of years. ${title}, as of ${dateWords(today)}. ${list.join('; ')}.`;
}

const spanWords = ({ status, from, to }: MembershipSpan): string =>
  to === undefined
    ? `${status} since ${dateWords(from)}`
    : `${status} ${dateWords(from)} to ${dateWords(to)}`;
