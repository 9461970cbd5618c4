import { fold } from '../../text/fold.ts';
import type { Extraction, Speaker } from '../model.ts';
import { groupOf } from './found-things.ts';

/** The same find with the entities of its names put in, wherever they stand. */
export function withEntities(extraction: Extraction, given: ReadonlyMap<string, string>): Extraction {
  if (given.size === 0) return extraction;
  const byName = new Map<string, string>();
  const mentions = extraction.mentions.map((mention) => {
    const entity = given.get(groupOf(mention)) ?? mention.entity;
    if (entity !== null) for (const form of [mention.name, mention.text]) byName.set(fold(form), entity);
    return entity === mention.entity ? mention : { ...mention, entity };
  });
  const called = (name: string): string | null => byName.get(fold(name)) ?? null;
  const spoken = (speaker: Speaker): Speaker => ({
    ...speaker,
    entity: speaker.entity ?? called(speaker.name ?? speaker.text),
  });
  return {
    ...extraction,
    mentions,
    quotations: extraction.quotations.map((each) => ({
      ...each,
      speaker: each.speaker === null ? null : spoken(each.speaker),
      ...(each.addressee === undefined ? {} : { addressee: spoken(each.addressee) }),
    })),
    events: extraction.events.map((each) => ({
      ...each,
      participants: each.participants.map((one) => ({ ...one, entity: one.entity ?? called(one.name) })),
    })),
  };
}
