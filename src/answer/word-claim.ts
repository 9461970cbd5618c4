import type { Event } from '../knowledge/model.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';
import { unitEvidence } from './evidence.ts';
import type { Claim } from './model.ts';
import type { Unit } from './unit.ts';

/** `in Xiamen, China`; empty when no place is known. */
export function placeWords(event: Event): string {
  const parts = [event.place?.city, event.place?.country].filter((part) => part !== undefined);
  return parts.join(', ');
}

/** One claim that tells what a unit tells, with its date and place; a reader needs nothing else to check it. */
export function wordUnit(unit: Unit, brief = false): Claim {
  const evidence = [unitEvidence(unit)] as const;
  const { source } = unit;
  switch (source.type) {
    case 'event':
      return { text: wordEvent(source.event, brief), certainty: 'stated', evidence };
    case 'entity':
      return { text: `${source.entity.name}: ${source.entity.description}`, certainty: 'stated', evidence };
    case 'statement':
      return {
        text: wordStatement(unit),
        certainty: source.statement.attributedTo === undefined ? 'stated' : 'stated',
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

function wordEvent(event: Event, brief: boolean): string {
  const where = placeWords(event);
  const head = `${rangeWords(event.date, event.endDate)}${where === '' ? '' : `, ${where}`}: ${event.title}.`;
  const announced = event.status === 'announced' ? ' (Known from an advance notice only.)' : '';
  const doubt =
    event.confidence === 'low'
      ? ` Not well attested${event.note === undefined ? '.' : `: ${event.note}`}`
      : '';
  return brief ? `${head}${announced}` : `${head} ${event.summary}${announced}${doubt}`;
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
