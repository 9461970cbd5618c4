import type { Span } from '../document/model.ts';

/** A citation never begins a line: the space before it is one that does not break. */
export const glueCites = (spans: readonly Span[]): readonly Span[] =>
  spans.map((span, index) =>
    span.type === 'text' && spans[index + 1]?.type === 'cite'
      ? { ...span, text: span.text.replace(/ $/, '\u00a0') }
      : span,
  );
