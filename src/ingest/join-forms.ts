import { fold } from '../text/fold.ts';
import type { Extraction, MentionFound } from './model.ts';

/** `Northern Fisheries Council (NFC)`: how far the initials stand from the name. */
const bracketed = /^\s?\($/;

const areInitialsOf = (initials: string, name: string): boolean =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('') === initials;

/** Names that the text gives initials in brackets, by these. */
function initialsGiven({ mentions }: Extraction, text: string): ReadonlyMap<string, MentionFound> {
  const given = new Map<string, MentionFound>();
  for (const [at, mention] of mentions.entries()) {
    const next = mentions[at + 1];
    if (next === undefined || next.kind !== mention.kind || next.name !== next.text) continue;
    const isGiven = bracketed.test(text.slice(mention.end, next.start)) && text.charAt(next.end) === ')';
    if (isGiven && areInitialsOf(next.text, mention.text)) given.set(next.text, mention);
  }
  return given;
}

/** Initials that the text explains go by the full name, wherever they stand. */
function withInitials(extraction: Extraction, text: string): Extraction {
  const given = initialsGiven(extraction, text);
  if (given.size === 0) return extraction;
  return {
    ...extraction,
    mentions: extraction.mentions.map((mention) => {
      const full = mention.name === mention.text ? given.get(mention.text) : undefined;
      return full === undefined
        ? mention
        : { ...mention, name: full.name, entity: mention.entity ?? full.entity };
    }),
  };
}

const nameKey = ({ kind, name }: MentionFound): string => `${kind} ${fold(name)}`;

/**
 * Where one form of a name is known (`SCO` after `Shanghai Cooperation Organization (SCO)`), all its forms in the text are
 * of the same entity. Forms that are known as two stay apart.
 */
export function joinForms(found: Extraction, text: string): Extraction {
  const extraction = withInitials(found, text);
  const known = new Map<string, Set<string>>();
  for (const mention of extraction.mentions)
    if (mention.entity !== null) {
      const ids = known.get(nameKey(mention)) ?? new Set();
      known.set(nameKey(mention), ids.add(mention.entity));
    }
  const idOf = (mention: MentionFound): string | null => {
    const ids = known.get(nameKey(mention));
    return ids?.size === 1 ? ([...ids][0] ?? null) : null;
  };
  if (!extraction.mentions.some((each) => each.entity === null && idOf(each) !== null)) return extraction;
  return {
    ...extraction,
    mentions: extraction.mentions.map((each) =>
      each.entity === null ? { ...each, entity: idOf(each) } : each,
    ),
  };
}
