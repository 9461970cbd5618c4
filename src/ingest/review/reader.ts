import type { Context } from '../../command.ts';
import type { Act, MakeRecords } from '../../store/desk-ports.ts';
import { extractionOf } from '../desk/to-incoming.ts';
import { toRecords } from '../desk/to-records.ts';
import { createLink } from '../link-entities.ts';
import type { Link } from '../recognise/mentions.ts';

/** Who does something now, for the log. */
export const actOf = ({ origin, now }: Context): Act => ({
  by: origin.reader,
  at: now.toInstant().toString(),
});

/** Finds names among those that the reader's workspace knows. */
export const linkOf = async ({ knowledge, origin }: Context): Promise<Link> =>
  createLink(await knowledge.entities(origin.workspace));

/** Makes records of an article. */
export const recordsWith =
  (link: Link): MakeRecords =>
  (article) =>
    toRecords(article, extractionOf(article, link));
