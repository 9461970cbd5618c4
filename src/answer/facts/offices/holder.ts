import type { Entity } from '../../../knowledge/model.ts';
import { dateWords } from '../../../text/date-words.ts';
import { coversDay } from '../../covers-day.ts';
import { unitEvidence } from '../../evidence.ts';
import type { Library } from '../../library.ts';
import type { Evidence, NonEmpty } from '../../model.ts';
import type { Query } from '../../query.ts';
import { anchorDay } from '../anchor.ts';
import { type Fact, factAnswer } from '../fact.ts';
import { asksOnlyHolder } from './asks-only-holder.ts';
import { dated, type Office } from './office.ts';
import { clean, evidenceOf, holderVerb, officeWords, tell, termWords } from './tell.ts';
import { startedBy } from './tenure.ts';

/** `Who was X in 2017?` Only when nothing else is asked of the holder. */
export function readHolder(
  query: Query,
  library: Library,
  people: readonly Entity[],
  office: Office | undefined,
): Fact | undefined {
  if (office === undefined || people.length > 0) return undefined;
  if (
    !/\bwho\b|^which (?:[\w-]+ ){0,2}?(?:secretary|minister|president|premier|director)\b|^(?:the )?(?:current|first|last)|\bname of\b/.test(
      query.folded,
    ) &&
    query.wanted !== 'list' &&
    query.wanted !== 'open'
  )
    return undefined;
  if (!asksOnlyHolder(query, office, library)) return undefined;
  // `Who was appointed that day?` asks for the event, not for who held the office then.
  if (
    /\b(?:appointed|named|chosen|picked|elected)\b/.test(query.folded) &&
    query.times.windows.some(({ grain }) => grain === 'day')
  )
    return undefined;
  const series = dated(office);
  const first = series[0];
  if (first === undefined) return undefined;
  if (/\bfirst\b/.test(query.folded))
    return factAnswer([tell(first, 'was the first', library)], 'offices: first', 0.9);
  const since = query.times.windows.find((window) => window.grain === 'span');
  if (query.wanted === 'list' || since !== undefined) {
    const all = series
      .filter(
        (tenure) =>
          since === undefined || ((tenure.from ?? '') <= since.until && (tenure.to ?? '9999') >= since.from),
      )
      .map(
        (tenure) =>
          `${tenure.person.name} (${termWords(tenure)
            .replace(/^, | (?=since)/, '')
            .trim()})`,
      )
      .join(', ');
    if (all === '') return undefined;
    const evidence = series.flatMap((tenure) => evidenceOf(tenure)) as unknown as NonEmpty<Evidence>;
    return factAnswer([[`${clean(office.label)}, in order: ${all}.`, evidence]], 'offices: list', 0.9);
  }
  const window = query.times.windows[0];
  if (window !== undefined && /\b(?:became|becomes|took over|takes over)\b/.test(query.folded)) {
    const begun = series.find(({ from = '' }) => from >= window.from && from <= window.until);
    // Nobody is known to have begun then: the events may tell it, whoever held the office before cannot.
    return begun === undefined
      ? undefined
      : factAnswer([tell(begun, holderVerb(begun), library)], 'offices: new');
  }
  const day = anchorDay(query, library) ?? query.today.toString();
  const then = series.filter((tenure) => coversDay(tenure.from, tenure.to, day) && startedBy(tenure, day));
  // A term known to begin in that year only may have begun later in it: one that surely ran goes first.
  const sure = then.filter((tenure) => tenure.from?.length !== 4 || tenure.from < day.slice(0, 4));
  const [holder] = (sure.length > 0 ? sure : then).slice(-1);
  if (holder === undefined) return readUndated(office, query, library) ?? nobody(office, day);
  return factAnswer([tell(holder, holderVerb(holder), library, day)], 'offices: holder', 0.92);
}

/** Somebody whose term is not dated but who took part in something in the time asked about. */
function readUndated(office: Office, query: Query, library: Library): Fact | undefined {
  const window = query.times.windows[0];
  if (window === undefined) return undefined;
  const found = office.tenures
    .filter((tenure) => tenure.from === undefined && tenure.to === undefined)
    .flatMap((tenure) =>
      (library.entities.get(tenure.person.id) ?? []).flatMap(([at, weight]) => {
        const unit = library.units[at];
        const seen = unit?.source.type === 'event' && weight >= 0.9;
        return seen && unit.from <= window.until && unit.until >= window.from ? [{ tenure, unit }] : [];
      }),
    );
  const [first] = found;
  if (first === undefined) return undefined;
  const text = `${first.tenure.person.name} was ${officeWords(first.tenure)} at the time.`;
  return factAnswer(
    [[text, [unitEvidence(first.unit), ...evidenceOf(first.tenure)]]],
    'offices: seen in office',
    0.8,
  );
}

/** The office is known here, but not who held it on that day. */
function nobody(office: Office, day: string): Fact | undefined {
  const nearest =
    dated(office)
      .filter((tenure) => startedBy(tenure, day))
      .at(-1) ?? dated(office)[0];
  if (!office.owned || nearest === undefined) return undefined;
  return {
    type: 'none',
    reason: `Nothing here says who was ${officeWords(nearest)} on ${dateWords(day)}.`,
    nearest: evidenceOf(nearest),
    how: 'offices: nobody recorded',
    unlessTold: true,
  };
}
