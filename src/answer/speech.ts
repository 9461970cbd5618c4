import { stem } from '../text/stem.ts';
import type { Unit } from './unit.ts';

/** Stems of words with which a text tells what somebody said or wanted. */
const speech: ReadonlySet<string> = new Set(
  `say said tell told call ask argue announce warn urge propose promise pledge condemn welcome describe stress express accuse deny offer
want conclude demand reply respond remark confirm claim statement suggest hope assure invite thank praise report reveal declare apologise
spoke speech letter congratulate support back see judge seek object agree consider admit insist explain joke beg appeal word voice urge
request quote answer comment criticise reject note advise insist recall mention react decline refuse brief`
    .split(/\s+/)
    .map(stem),
);

/** True for a word of saying: `talk`, `answer`, `brief`. */
export const isSpeech = (stemmed: string): boolean => speech.has(stemmed) || exchange.has(stemmed);

/** Words of an exchange: asked of somebody they ask what was said, but a text that has only them says nothing of it. */
const exchange: ReadonlySet<string> = new Set(['talk', 'discuss', 'speak', 'mention', 'voice'].map(stem));

/** True for somebody's words, or for a text in which somebody says or wants something. */
export function speaks(unit: Unit): boolean {
  if (unit.source.type === 'quotation') return true;
  if (unit.source.type === 'statement' && unit.source.statement.attributedTo !== undefined) return true;
  if (unit.source.type === 'event' && unit.source.event.kind === 'statement') return true;
  const text = unit.source.type === 'event' ? `${unit.title} ${unit.text}` : unit.text;
  return (text.match(/\p{L}+/gu) ?? []).some((word) => speech.has(stem(word.toLowerCase())));
}
