import { andWords } from '../answer/facts/fact.ts';
import { dateWords } from '../text/date-words.ts';
import type { Briefing } from './model.ts';

/** The small print of a file: which edition it is, what it rests on, how to see it again and how to make a new one. */
export const editionWords = ({ edition }: Briefing): string =>
  [
    `Edition ${edition.id}`,
    `as of ${dateWords(edition.asOf)}`,
    `data version ${edition.dataVersion}`,
    `this one again: ${edition.again ?? `/brief edition ${edition.id}`}`,
    `a new one: ${edition.command}`,
  ].join(' · ');

/** Names the sections that are not there; empty where all of them are. */
export const leftOutWords = ({ leftOut }: Briefing): string =>
  leftOut.length === 0 ? '' : `Left out, as the data holds nothing for it: ${andWords(leftOut)}.`;
