import type { Entity, Participant } from '../knowledge/model.ts';
import { compoundsIn } from '../text/compounds.ts';
import { fold, words } from '../text/fold.ts';
import { isPast, stem } from '../text/stem.ts';
import { coversDay } from './covers-day.ts';
import { findMentions, type Gazetteer } from './gazetteer.ts';
import { joinPhrases } from './lexicon/phrases.ts';

/** `pays` in `pays his first official visit`: nothing is paid. */
const isPaidCall = (list: readonly string[], at: number): boolean =>
  /^(?:pay|pays|paid|paying)$/.test(list[at] ?? '') &&
  list.slice(at + 1, at + 6).some((word) => /^(?:visits?|calls?|tributes?|respects|attention)$/.test(word));

/** Share of its weight that a deed has which was done before what the text tells. */
const earlier = 0.75;

/** The words, entities and numbers by which a unit is found, gathered from the texts and records that make it up. */
export class UnitIndex {
  readonly stems = new Map<string, number>();
  readonly entities = new Map<string, number>();
  readonly numbers = new Set<string>();
  readonly #gazetteer: Gazetteer;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  text(text: string, weight: number): this {
    const all = words(text);
    const list = all.filter((_, at) => !isPaidCall(all, at));
    for (const [at, word] of list.entries()) {
      // `the banner that parliament had adopted` tells of something earlier.
      this.stem(stem(word), list[at - 1] === 'had' && isPast(word) ? weight * earlier : weight);
      if (/^\d/.test(word) && weight >= 0.9) this.numbers.add(word);
    }
    for (const word of joinPhrases(list)) if (!list.includes(word)) this.stem(stem(word), weight);
    if (text.includes('-')) for (const word of compoundsIn(fold(text))) this.stem(stem(word), weight);
    for (const initials of initialsIn(text)) this.stem(initials, weight * 0.9);
    for (const mention of findMentions(list, this.#gazetteer)) {
      const worth = mention.by === 'part' && mention.ids.length > 1 ? weight * 0.6 : weight;
      for (const id of mention.ids) this.entity(id, worth);
    }
    return this;
  }

  stem(stemmed: string, weight: number): void {
    if ((this.stems.get(stemmed) ?? 0) < weight) this.stems.set(stemmed, weight);
  }

  entity(id: string, weight: number): void {
    if ((this.entities.get(id) ?? 0) < weight) this.entities.set(id, weight);
    const country = this.#gazetteer.countryOfCapital.get(id);
    if (country !== undefined && (this.entities.get(country) ?? 0) < weight * 0.8)
      this.entities.set(country, weight * 0.8);
  }

  /** What is known of the place: `Cholpon-Ata` is a resort. */
  place(city: string | undefined): void {
    const ids =
      city === undefined ? [] : findMentions(words(city), this.#gazetteer).flatMap((mention) => mention.ids);
    for (const id of ids) {
      const description = this.#gazetteer.entities.get(id)?.description ?? '';
      const about = words(description);
      // Bodies in it met there another time.
      const common = words(description.replace(/\p{Lu}{2,}/gu, ' '));
      for (const word of joinPhrases(common)) this.stem(stem(word), 0.55);
      // The region it lies in, but not the bodies that once met there.
      for (const mention of findMentions(about, this.#gazetteer))
        for (const other of mention.ids)
          if (/^(?:country|place)$/.test(this.#gazetteer.entities.get(other)?.kind ?? ''))
            this.entity(other, 0.55);
    }
  }

  /** The offices that the people held on a day, so that "Iran's president" finds Raisi, and the other way round. */
  offices(day: string): void {
    for (const [id, weight] of [...this.entities]) {
      const entity = this.#gazetteer.entities.get(id);
      if (entity?.kind === 'person' && weight >= 0.6) this.#officesOf(entity, day, weight);
    }
  }

  #officesOf(entity: Entity, day: string, weight: number): void {
    for (const role of entity.roles) {
      if (!coversDay(role.from, role.to, day)) continue;
      for (const word of joinPhrases(words(role.title))) this.stem(stem(word), weight * 0.7);
      for (const mention of findMentions(words(role.organisation ?? ''), this.#gazetteer)) {
        for (const id of mention.ids) this.entity(id, weight * 0.7);
      }
    }
    const country = this.#gazetteer.countries.get(fold(entity.country ?? ''));
    if (country !== undefined) this.entity(country, weight * 0.65);
  }

  people(list: readonly Participant[]): void {
    for (const each of list) {
      if (!('entity' in each)) {
        this.text(each.name, 0.9);
        continue;
      }
      const entity = this.#gazetteer.entities.get(each.entity);
      this.entity(each.entity, entity?.kind === 'person' ? 0.9 : list.length > 6 ? 0.5 : 0.75);
      if (entity?.kind === 'person') for (const word of words(entity.name)) this.stem(word, 0.8);
    }
  }
}

/** `cku` for `China-Kyrgyzstan-Uzbekistan`: the first letters of three and more names or capitalised words in a row. */
const initialsIn = (text: string): readonly string[] =>
  (text.match(/\p{Lu}\p{Ll}+(?:[-–‑ ]\p{Lu}\p{Ll}+){2,5}/gu) ?? []).map((run) =>
    run
      .split(/[-–‑ ]/)
      .map((word) => word.charAt(0).toLowerCase())
      .join(''),
  );
