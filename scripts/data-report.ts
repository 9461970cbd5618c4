import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { type Coverage, coverage, daysOfYear, type Tally } from './coverage.ts';

/** The report as lines of plain text. */
function linesOf(report: Coverage): readonly string[] {
  return [
    `${report.articles} articles, ${report.events} events, ${report.entities} entities`,
    `month-days with an event: ${report.covered} of ${daysOfYear}; with one only: ${report.single.length}`,
    `days with nothing: ${report.bare.length === 0 ? 'none' : report.bare.join(' ')}`,
    '',
    ...columns('events a month', report.months),
    ...columns('kinds', report.kinds),
    ...columns('confidence', report.confidence),
    ...columns('status', report.status),
    ...columns('precision of dates', report.precision),
    ...columns('sources by publisher, the most used', report.publishers),
  ];
}

function columns(title: string, tally: Tally): readonly string[] {
  const width = Math.max(...tally.map(([name]) => name.length));
  return [title, ...tally.map(([name, count]) => `  ${name.padEnd(width)} ${String(count).padStart(5)}`), ''];
}

const directory = process.argv[2] ?? join(import.meta.dirname, '..', 'data');
for (const line of linesOf(coverage(await loadKnowledge(directory)))) console.log(line);
