import { eventEvidence } from '../document/build.ts';
import type { Event } from '../knowledge/model.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';
import { unitEvidence } from './evidence.ts';
import { inGrain } from './grain.ts';
import type { Claim } from './model.ts';
import type { Query } from './query.ts';
import { hasClause, retell } from './retell.ts';
import type { Unit } from './unit.ts';

/** `in Xiamen, China`; empty when no place is known. */
export function placeWords(event: Event): string {
  const parts = [event.place?.city, event.place?.country].filter((part) => part !== undefined);
  return parts.join(', ');
}

/** One claim that tells what a unit tells, with its date and place; a reader needs nothing else to check it. */
export function wordUnit(unit: Unit, brief = false, query?: Query): Claim {
  const evidence = evidenceOf(unit);
  const { source } = unit;
  switch (source.type) {
    case 'event':
      return { text: wordEvent(source.event, brief, query), certainty: 'stated', evidence };
    case 'entity':
      return { text: `${source.entity.name}: ${source.entity.description}`, certainty: 'stated', evidence };
    case 'statement':
      return {
        text: wordStatement(unit),
        certainty: 'stated',
        evidence,
      };
    case 'quotation': {
      const { quotation } = source;
      const words = quotation.form === 'direct' ? `“${quotation.text}”` : quotation.text;
      return {
        text: `${dateWords(quotation.date)}, ${unit.by ?? 'the speaker'}${quotation.form === 'direct' ? '' : ', in substance'}: ${words}`,
        certainty: 'stated',
        evidence,
      };
    }
    case 'figure':
      return { text: `As of ${dateWords(source.figure.asOf)}: ${unit.text}.`, certainty: 'stated', evidence };
  }
}

/** The unit's own evidence; for words or a figure out of an event, the event too. */
function evidenceOf(unit: Unit): Claim['evidence'] {
  const { source } = unit;
  const own = unitEvidence(unit);
  const isPart = source.type === 'quotation' || source.type === 'figure';
  return isPart && source.event !== undefined ? [own, eventEvidence(source.event)] : [own];
}

/** The date of an event, cut to the month where only that is asked. */
function whenOf(event: Event, query?: Query): string {
  const cut = query === undefined ? event.date : inGrain(event.date, query);
  return cut === event.date ? rangeWords(event.date, event.endDate) : dateWords(cut);
}

function wordEvent(event: Event, brief: boolean, query?: Query): string {
  if (event.sources[0]?.article !== undefined) return wordTold(event, brief, query);
  const head = headOf(event, query);
  const announced = event.status === 'announced' ? ' (Known from an advance notice only.)' : '';
  const doubt =
    event.confidence === 'low'
      ? ` Not well attested${event.note === undefined ? '.' : `: ${event.note}`}`
      : '';
  if (brief) return `${head}${announced}`;
  return `${head} ${event.summary}${announced}${doubt}${othersWords(event, query)}`;
}

/** An event that an article of a workspace tells stands in its own sentence, which is no headline to be told anew. */
function wordTold(event: Event, brief: boolean, query?: Query): string {
  const where = placeWords(event);
  const head = `${whenOf(event, query)}${where === '' ? '' : `, ${where}`}: ${stopped(event.title)}`;
  const announced = event.status === 'announced' ? ' (Told before it happened.)' : '';
  return brief || event.summary.includes(event.title)
    ? `${head}${announced}`
    : `${head} ${event.summary}${announced}`;
}

/** A sentence with its full stop. */
const stopped = (sentence: string): string => (/[.!?…]["”’')]*$/.test(sentence) ? sentence : `${sentence}.`);

/** `X met Y in Tashkent on 5 May 2023.`; the bare headline behind its date where it cannot be told so. */
function headOf(event: Event, query?: Query): string {
  const retold =
    event.status === 'announced' && !/\bdue\b/.test(event.title) ? undefined : retell(event.title);
  const told = query?.wanted === 'where' ? retold?.replace(cityOf(event), withCountry(event)) : retold;
  const when = whenOf(event, query);
  const where = placeWords(event);
  if (told === undefined) return `${when}${where === '' ? '' : `, ${where}`}: ${event.title}.`;
  const unsaid = [event.place?.city, event.place?.country].filter(
    (part) => part !== undefined && !event.title.includes(part),
  );
  // A city that the headline names needs no country.
  const place = event.place?.city !== undefined && event.title.includes(event.place.city) ? [] : unsaid;
  if (hasClause(event.title)) return `${told} (${[when, ...place].join(', ')}).`;
  const at = place.length === 0 ? '' : ` in ${place.join(', ')}`;
  return `${told}${at} ${event.date.length === 10 && /^\d/.test(when) ? 'on' : 'in'} ${when}.`;
}

const cityOf = (event: Event): string => event.place?.city ?? '';

/** `Norhaven, Norland` for a reader who asks where, if the headline names the city only. */
const withCountry = (event: Event): string => {
  const { city, country } = event.place ?? {};
  return city === undefined || country === undefined || event.title.includes(country)
    ? (city ?? '')
    : `${city}, ${country}`;
};

/** Which kind of question a value of another source would answer otherwise. */
const contested: Readonly<Partial<Record<Query['wanted'], string>>> = {
  when: 'date',
  where: 'place',
  who: 'people',
  count: 'figure',
  amount: 'figure',
};

/** What other sources give for just what is asked. */
function othersWords(event: Event, query?: Query): string {
  const about = query === undefined ? undefined : contested[query.wanted];
  const other = event.disagreements?.find((each) => each.about === about);
  return other === undefined ? '' : ` According to ${other.by}: ${other.says}.`;
}

const anaphoric =
  /^(It|He|She|They|The two|The claim|The statement|That|This|These|Both|His|Her|Their|The article|The channel|The paper|The officials|Talks|The visit|The remarks|The trip)\b/;

function wordStatement(unit: Unit): string {
  if (unit.source.type !== 'statement') return unit.text;
  const { article, statement } = unit.source;
  const said = statement.attributedTo === undefined ? '' : ` (according to ${statement.attributedTo})`;
  const dated = /\b(?:19|20)\d\d\b/.test(statement.text)
    ? ''
    : `${dateWords(statement.date ?? article.published)}: `;
  const about = anaphoric.test(statement.text) ? `On “${article.title}”: ` : '';
  return `${dated}${about}${statement.text}${said}`;
}
