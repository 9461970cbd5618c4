import type { Token } from '../../text/tokens.ts';
import type { EventFound } from '../model.ts';
import { eventsIn } from './events/clause-events.ts';
import { jointsIn } from './events/clauses.ts';
import type { Lead } from './events/lead.ts';
import { mainEvent } from './events/main-event.ts';
import { tellingWords } from './events/trigger.ts';

/** Most events of one article. */
const most = 60;

/** What happens in the text: the main event first, then the others in the order in which they are told. */
export function findEvents(lead: Omit<Lead, 'told'>, tokens: readonly Token[]): readonly EventFound[] {
  const context = {
    cast: lead.cast,
    dates: lead.dates,
    published: lead.published.toString(),
    telling: tellingWords(lead.cast.text, tokens),
    joints: jointsIn(lead.cast.text, tokens),
  };
  const told = lead.sentences.flatMap((sentence) => eventsIn(sentence, context)).slice(0, most);
  const main = mainEvent({ ...lead, told });
  if (main === undefined) return [];
  return [main, ...told.filter((event) => !sameAs(event, main))];
}

/** A clause that tells only what the main event has already. */
const sameAs = (event: EventFound, main: EventFound): boolean =>
  event.kind === main.kind &&
  event.evidence.start === main.evidence.start &&
  (event.on?.start ?? main.on?.start) === main.on?.start;
