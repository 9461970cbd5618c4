import { words } from '../text/fold.ts';
import { findMentions, type Gazetteer } from './gazetteer.ts';
import type { Unit } from './unit.ts';

const run = /(?<![.!?]\s)(?<!^)\p{Lu}[\p{Ll}’'-]+(?: (?:al-|bin |de )?\p{Lu}[\p{Ll}’'-]+)+/gu;

const memory = new WeakMap<Unit, boolean>();

/** True when a text has a run of capitalised words that is no name known here: an article that people add names people without a record. */
export function namesSomebodyElse(unit: Unit, gazetteer: Gazetteer): boolean {
  const known = memory.get(unit);
  if (known !== undefined) return known;
  const text = unit.source.type === 'event' ? unit.text : `  ${unit.text}`;
  const found = [...text.matchAll(run)].some(([said]) => findMentions(words(said), gazetteer).length === 0);
  memory.set(unit, found);
  return found;
}
