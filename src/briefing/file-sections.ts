import { paragraph, type SourceList, text } from '../document/build.ts';
import { agreedAndDisputed } from './agreed-disputed.ts';
import { anniversaries } from './anniversaries.ts';
import { background } from './background.ts';
import { happened } from './happened.ts';
import type { FileSizes, MakeSection, Material } from './material.ts';
import type { BriefingSection, Length, Piece } from './model.ts';
import { numbers } from './numbers.ts';
import { listOf } from './pieces.ts';
import { said } from './said.ts';
import { inOneLine } from './sections.ts';
import { unknowns } from './unknowns.ts';
import { who } from './who.ts';

/**
 * The sections of a file in their order: first what a reader needs who reads nothing else, then what happened and who did
 * it, then what they said and what was measured, then how far it can be relied on, then what came before. What each one
 * chooses stands in its own file. A section for which the data holds nothing is left out and named at the end.
 */
const order: readonly (readonly [string, MakeSection<Piece>])[] = [
  ['In one line', oneLine],
  ['What happened', happened],
  ['Who', who],
  ['What was said', said],
  ['Numbers', numbers],
  ['Agreed and disputed', agreedAndDisputed],
  ['Background', background],
  ['On this day this week', anniversaries],
];

/** Heading of the section that owns up to what is missing; it alone rests on no source. */
export const unknownHeading = 'What the desk does not know';

export const fileSizes: Readonly<Record<Length, FileSizes>> = {
  short: {
    events: 8,
    people: 5,
    quotations: 3,
    figures: 4,
    agreed: 2,
    disputed: 2,
    claims: 2,
    background: 3,
    anniversaries: 3,
    summaries: false,
  },
  full: {
    events: 24,
    people: 12,
    quotations: 12,
    figures: 12,
    agreed: 6,
    disputed: 8,
    claims: 6,
    background: 5,
    anniversaries: 5,
    summaries: true,
  },
};

/** The sections of a file with something in them, and the headings of those without. */
export function fileSections(
  material: Material,
  length: Length,
  sources: SourceList,
): { readonly sections: readonly BriefingSection[]; readonly leftOut: readonly string[] } {
  const made = order.map(([heading, make]) => ({
    heading,
    pieces: make(material, fileSizes[length], sources),
  }));
  const unknown = unknowns(material.holdings, material.people.length, material.period, material.library);
  const last = { heading: unknownHeading, pieces: listOf(unknown.map((line) => ({ spans: [text(line)] }))) };
  return {
    sections: [...made, last].filter(({ pieces }) => pieces.length > 0),
    leftOut: made.filter(({ pieces }) => pieces.length === 0).map(({ heading }) => heading),
  };
}

function oneLine(
  { about, subject, holdings, period, library }: Material,
  _: FileSizes,
  sources: SourceList,
): readonly Piece[] {
  const line = inOneLine(about, subject, holdings, period, library, sources);
  return [line.type === 'paragraph' ? line : paragraph(about)];
}
