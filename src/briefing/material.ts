import { findMentions } from '../answer/gazetteer.ts';
import type { Library } from '../answer/library.ts';
import type { SourceList } from '../document/build.ts';
import type { Entity } from '../knowledge/model.ts';
import { narrow } from '../lookup/narrow.ts';
import { type Period, periodWords } from '../lookup/period.ts';
import type { Holdings } from '../lookup/shelf.ts';
import type { Subject } from '../lookup/subject.ts';
import { words } from '../text/fold.ts';
import { type Involved, involvedIn } from './people.ts';

/** What a briefing is asked for. */
export interface BriefingRequest {
  readonly subject: Subject;
  readonly period: Period;
  /** The reader's present day. */
  readonly today: string;
}

/** All that a briefing may choose from. */
export interface Material {
  readonly subject: Subject;
  /** What it is on, with the period in words. */
  readonly about: string;
  readonly period: Period;
  readonly today: string;
  readonly library: Library;
  /** Records of the period. */
  readonly holdings: Holdings;
  /** People with a part in the events, those in the most first; the subject itself is not one of them. */
  readonly people: readonly Involved[];
  /** The entities that the subject is or names, in the order in which it names them. */
  readonly named: readonly Entity[];
}

/** A section of a file: its pieces, or none where there is nothing to say. */
export type MakeSection<P> = (material: Material, sizes: FileSizes, sources: SourceList) => readonly P[];

/** How many items each section of a file gets. */
export interface FileSizes {
  readonly events: number;
  readonly people: number;
  readonly quotations: number;
  readonly figures: number;
  readonly agreed: number;
  readonly disputed: number;
  readonly claims: number;
  readonly background: number;
  readonly anniversaries: number;
  /** Whether events say more than their title. */
  readonly summaries: boolean;
}

/** Gathers what the data holds on a subject in a period. */
export function materialOf({ subject, period: asked, today }: BriefingRequest, library: Library): Material {
  const period = { ...subject.period, ...asked };
  const when = periodWords(period);
  const holdings = narrow(subject.holdings, period);
  return {
    subject,
    about: `${subject.label}${when === '' ? '' : ` ${when}`}`,
    period,
    today,
    library,
    holdings,
    people: involvedIn(holdings.events, library).filter(({ person }) => person !== subject.entity),
    named: namedIn(subject, library),
  };
}

function namedIn({ entity, label }: Subject, library: Library): readonly Entity[] {
  if (entity !== undefined) return [entity];
  const ids = findMentions(words(label), library.gazetteer).flatMap((mention) => mention.ids.slice(0, 1));
  return [...new Set(ids)].flatMap((id) => library.gazetteer.entities.get(id) ?? []);
}
