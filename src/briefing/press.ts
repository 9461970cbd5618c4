import type { Drawing } from '../pictures/model.ts';
import type { Briefing } from './model.ts';

/** Sets a briefing as PDF; the libraries are loaded with the first one. */
export interface Press {
  pdf(briefing: Briefing): Promise<Uint8Array>;
}

/** The drawings of a briefing in their order. */
export const drawingsOf = (briefing: Briefing): readonly Drawing[] =>
  briefing.sections.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.type === 'drawing' ? [piece.drawing] : [])),
  );
