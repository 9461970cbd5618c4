import type { EventFound, Extraction } from './model.ts';

/** What was read out of an article, in lines for a terminal. */
export function describeExtraction(record: Extraction): string {
  const place = record.dateline.place === null ? '' : `, ${record.dateline.place}`;
  return [
    `${record.headline ?? 'Without headline'} (${record.published}${place})`,
    ...section('Events', record.events.map(eventLine)),
    ...section('Names', names(record)),
    ...section(
      'Dates',
      record.dates.map(({ text, value }) => `${oneLine(text)} = ${value}`),
    ),
    ...section(
      'Quotations',
      record.quotations.map(
        ({ text, speaker, direct }) =>
          `${speaker?.text ?? 'somebody'}${direct ? '' : ' (indirect)'}: ${oneLine(text)}`,
      ),
    ),
    ...section(
      'Figures',
      record.figures.map(
        ({ text, value, unit, measure }) =>
          `${oneLine(text)} = ${value} ${unit}${measure === '' ? '' : ` (${oneLine(measure)})`}`,
      ),
    ),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function eventLine({ kind, title, on, participants, place, modality, attribution }: EventFound): string {
  const who = participants.map(({ name }) => name).join(', ');
  const doubt =
    modality === 'asserted' ? '' : ` [${modality}${attribution === undefined ? '' : ` by ${attribution}`}]`;
  return `${on?.start ?? 'undated'} ${kind}${doubt}: ${oneLine(title)}${who === '' ? '' : ` — ${who}`}${place === undefined ? '' : ` — ${oneLine(place)}`}`;
}

/** Each name once, with its kind, office and entity. */
function names({ mentions }: Extraction): readonly string[] {
  const lines = mentions.map(
    ({ name, kind, title, entity }) =>
      `${name}: ${kind}${title === undefined ? '' : `, ${oneLine(title)}`}${entity === null ? '' : ` (${entity})`}`,
  );
  return [...new Set(lines)];
}
