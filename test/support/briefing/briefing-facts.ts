import { unknownHeading } from '../../../src/briefing/file-sections.ts';
import type { Briefing, Piece } from '../../../src/briefing/model.ts';
import type { Span } from '../../../src/document/model.ts';
import { plainSpans } from '../../../src/document/plain.ts';

/** One thing that a briefing says, with the numbers it cites. */
export interface Said {
  readonly heading: string;
  readonly text: string;
  readonly cites: readonly number[];
}

/** Everything that a briefing states of the world: not its headings, its small print or what it owns up to. */
export const statementsOf = (briefing: Briefing): readonly Said[] =>
  briefing.sections
    .filter(({ heading }) => heading !== unknownHeading)
    .flatMap(({ heading, pieces }) =>
      pieces.flatMap(spansIn).map((spans) => ({ heading, text: plainSpans(spans), cites: citesIn(spans) })),
    );

function spansIn(piece: Piece): readonly (readonly Span[])[] {
  switch (piece.type) {
    case 'paragraph':
      return piece.tone === 'quiet' || isSubheading(piece.spans) ? [] : [piece.spans];
    case 'list':
      return piece.items.map((item) => [...item.spans, ...(item.detail ?? [])]);
    case 'quote':
      return [[{ type: 'text', text: `“${piece.text}” ` }, ...piece.attribution]];
    case 'table':
      return piece.rows.map((row) => row.flatMap((cell) => [...cell, { type: 'text', text: ' ' } as const]));
    case 'drawing':
      return [];
  }
}

const isSubheading = (spans: readonly Span[]): boolean =>
  spans.every((span) => span.type === 'text' && span.style === 'strong');

const citesIn = (spans: readonly Span[]): readonly number[] =>
  spans.flatMap((span) => (span.type === 'cite' ? [span.source] : []));

export const quotesOf = (briefing: Briefing): readonly string[] =>
  briefing.sections.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.type === 'quote' ? [piece.text] : [])),
  );

export const headingsIn = (briefing: Briefing): readonly string[] =>
  briefing.sections.map(({ heading }) => heading);
