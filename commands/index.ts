import type { Commands } from '../src/command.ts';
import about from './about.ts';
import article from './article.ts';
import ask from './ask.ts';
import brief from './brief.ts';
import briefThis from './brief-this.ts';
import digest from './digest.ts';
import edition from './edition.ts';
import feed from './feed.ts';
import feedback from './feedback.ts';
import { createHelp } from './help.ts';
import onthisday from './onthisday.ts';
import quote from './quote.ts';
import status from './status.ts';
import timeline from './timeline.ts';
import who from './who.ts';
import why from './why.ts';

/** Every command, in the order in which help and the platforms list them. */
export const commands: Commands = [
  ask,
  onthisday,
  digest,
  who,
  about,
  timeline,
  quote,
  article,
  feed,
  brief,
  why,
  feedback,
  createHelp(() => commands),
  status,
  edition,
  briefThis,
];
