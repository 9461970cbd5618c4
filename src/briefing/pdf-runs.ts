import type { Span } from '../document/model.ts';
import { webAddress } from '../pictures/escape-html.ts';
import { fontRuns } from '../pictures/font-runs.ts';
import { printable } from '../pictures/printable.ts';
import { chinese, indian } from '../pictures/scripts.ts';
import { glueCites } from './glue-cites.ts';
import { pdfColours } from './pdf-style.ts';

/** Families of the fonts that ship, as the typesetter is told them. */
export type Family = 'Western' | 'Devanagari' | 'Chinese';

/** A stretch of text in one font, with what it leads to. */
export interface Run {
  readonly text: string;
  readonly font: Family;
  readonly bold?: boolean;
  readonly color?: string;
  readonly link?: string;
  readonly linkToDestination?: string;
}

/** Spans as runs of text. */
export const spansContent = (spans: readonly Span[]): Run[] => glueCites(spans).flatMap(spanRuns);

function spanRuns(span: Span): Run[] {
  switch (span.type) {
    case 'text':
      return span.style === 'strong'
        ? runs(span.text).map((run) => ({ ...run, bold: true }))
        : runs(span.text);
    case 'time':
      return runs(span.text);
    case 'link':
      return linked(span.text, span.url);
    case 'cite':
      return [
        {
          text: `[${span.source}]`,
          font: 'Western',
          color: pdfColours.blue,
          linkToDestination: `source-${span.source}`,
        },
      ];
  }
}

/** A text that leads to a web address; plain where the address is none. */
export function linked(words: string, url: string | undefined): Run[] {
  const address = url === undefined ? undefined : webAddress(url);
  return address === undefined
    ? runs(words)
    : runs(words).map((run) => ({ ...run, color: pdfColours.blue, link: address }));
}

const families: Parameters<typeof fontRuns<Family>>[1] = [
  {
    name: 'Western',
    covers: (point) =>
      !indian.test(String.fromCodePoint(point)) && !chinese.test(String.fromCodePoint(point)),
  },
  { name: 'Devanagari', covers: (point) => indian.test(String.fromCodePoint(point)) },
  { name: 'Chinese', covers: () => true },
];

/** A text in the fonts that have its characters. */
export const runs = (words: string): Run[] => fontRuns(printable(words), families).map((run) => ({ ...run }));
