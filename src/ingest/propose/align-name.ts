import { shorten } from '../../options.ts';
import { fold } from '../../text/fold.ts';
import type { MentionFound } from '../model.ts';
import type { Aligned, Ground } from './align.ts';
import type { Proposal } from './proposal.ts';

/** See align. */
export function alignName(
  { name, kind }: Proposal['names'][number],
  { locate, found, link, text }: Ground,
): Aligned<MentionFound> {
  const drop = (why: string) => ({ dropped: `name “${shorten(name, 40)}”: ${why}` });
  const span = locate(name);
  if (span === undefined) return drop('it does not stand in the text');
  if (!/^\p{Lu}|^\p{Lo}/u.test(name)) return drop('it is no name');
  const isKnown = found.mentions.some(
    (each) => fold(each.name) === fold(name) || (each.start < span.end && each.end > span.start),
  );
  if (isKnown) return drop('it was found already');
  const said = text.slice(span.start, span.end);
  return {
    kept: {
      kind,
      ...span,
      text: said,
      entity: link(said, kind, said),
      certainty: 'implied',
      name: said.replace(/\s+/g, ' '),
      proposed: true,
    },
  };
}
