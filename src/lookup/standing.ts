import { allTies, shortName, type Tie, tieEvidence, tiesTo } from '../answer/facts/relations.ts';
import type { Library } from '../answer/library.ts';
import { type SourceList, text } from '../document/build.ts';
import type { Block, ListItem, Span } from '../document/model.ts';
import type { Entity, Relation } from '../knowledge/model.ts';
import { dateWords, rangeWords } from '../text/date-words.ts';
import { citeEvidence, sentence } from './cited.ts';
import { listSection } from './sections.ts';
import { sentenceCase } from './sentence-case.ts';

const statuses: readonly Relation['kind'][] = ['member of', 'observer of', 'dialogue partner of'];
const article: Partial<Record<Relation['kind'], string>> = { 'observer of': 'an' };

/** `India has been a member of the SCO since 9 June 2017.`; undefined for who has no standing there today. */
export function standingSpans(
  entity: Entity,
  today: string,
  library: Library,
  sources: SourceList,
): readonly Span[] | undefined {
  const tie = allTies(library).findLast(
    (each) => each.subject.id === entity.id && statuses.includes(each.relation.kind) && runs(each, today),
  );
  const body = tie === undefined ? undefined : library.gazetteer.entities.get(tie.relation.of);
  if (tie === undefined || body === undefined || tie.relation.from === undefined) return undefined;
  const kind = tie.relation.kind.replace(/ of$/, '');
  const words = `${withThe(entity.name)} has been ${article[tie.relation.kind] ?? 'a'} ${kind} of the ${shortName(body)} since ${dateWords(tie.relation.from)}.`;
  return sentence(words, [citeEvidence(tieEvidence(tie, library), sources)]);
}

const runs = (tie: Tie, day: string): boolean =>
  (tie.relation.from ?? '') <= day && (tie.relation.to === undefined || tie.relation.to > day);

const withThe = (name: string): string =>
  /^(United |Maldives|Soviet |Netherlands|Philippines)/.test(name) ? `The ${name}` : name;

/** What an entity was to others and when: observer, member, chair; oldest first. */
export const tieItems = (entity: Entity, library: Library, sources: SourceList): readonly ListItem[] =>
  allTies(library)
    .filter((tie) => tie.subject.id === entity.id)
    .flatMap((tie) => tieItem(tie, library, sources) ?? []);

function tieItem(tie: Tie, library: Library, sources: SourceList): ListItem | undefined {
  const body = library.gazetteer.entities.get(tie.relation.of);
  if (body === undefined) return undefined;
  const kind = sentenceCase(tie.relation.kind);
  const the = body.kind === 'organisation' ? 'the ' : '';
  const words = `${kind} ${the}${shortName(body)} · ${spanWords(tie.relation)} `;
  const spans = [text(words), citeEvidence(tieEvidence(tie, library), sources)];
  return tie.relation.note === undefined
    ? { spans }
    : { spans, detail: [text(`Note: ${tie.relation.note}`)] };
}

function spanWords({ kind, from, to }: Relation): string {
  if (from === undefined) return to === undefined ? 'dates not recorded' : `until ${dateWords(to)}`;
  if (kind === 'founder of') return dateWords(from);
  return to === undefined ? `since ${dateWords(from)}` : rangeWords(from, to);
}

/** The members of an organisation on a day, one line for each date of joining. */
export function belongingSection(
  body: Entity,
  today: string,
  library: Library,
  sources: SourceList,
): readonly Block[] {
  const running = (kind: Relation['kind']): readonly Tie[] =>
    tiesTo(library, body.id, kind).filter((tie) => runs(tie, today));
  const members = running('member of');
  const groups = Map.groupBy(members, (tie) => tie.relation.from ?? '');
  const items = [...groups].map(([from, ties]) => {
    const names = ties.map((tie) => tie.subject.name).join(', ');
    const since = from === '' ? 'Joined at a date not recorded' : `Since ${dateWords(from)}`;
    return {
      spans: sentence(
        `${since}: ${names}`,
        ties.map((tie) => citeEvidence(tieEvidence(tie, library), sources)),
      ),
    };
  });
  return listSection(`${members.length} members on ${dateWords(today)}`, items);
}
