import type { Context } from '../../command.ts';
import { notice, paragraph, quiet } from '../../document/build.ts';
import type { Document } from '../../document/model.ts';
import { ReaderError } from '../../errors.ts';
import { articlesOf } from '../desk/articles-of.ts';
import { actOf, linkOf, recordsWith } from './reader.ts';

/** Lets unreviewed articles answer questions here, or not; says how it is where nothing is chosen. */
export async function unreviewed(answers: boolean | undefined, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const { workspace } = context.origin;
  const before = await store.answersUnreviewed(workspace);
  if (answers !== undefined && answers !== before)
    await store.setAnswersUnreviewed(workspace, answers, actOf(context), recordsWith(await linkOf(context)));
  const now = answers ?? before;
  return {
    ...notice(''),
    blocks: [
      paragraph(
        now
          ? 'Unreviewed articles answer questions here, and are marked as unreviewed wherever they are cited.'
          : 'Unreviewed articles answer nothing here until somebody accepts them.',
      ),
      quiet(now ? 'Change it: /article unreviewed answers:no' : 'Change it: /article unreviewed answers:yes'),
    ],
  };
}

/** Lets a language model help with the articles and answers of this workspace, or not; says how it is where nothing is chosen. */
export async function useModel(use: boolean | undefined, context: Context): Promise<Document> {
  const { store } = articlesOf(context);
  const { workspace } = context.origin;
  if (context.model === undefined)
    throw new ReaderError(
      'This bot has no language model; whoever runs it can set MODEL_URL and MODEL_NAME, and all else works without.',
    );
  const before = await store.usesModel(workspace);
  if (use !== undefined && use !== before) await store.setUsesModel(workspace, use, actOf(context));
  const now = use ?? before;
  return {
    ...notice(''),
    blocks: [
      paragraph(
        now
          ? `${context.model.name} may be shown articles of this workspace when somebody asks for proposals, and words answers anew; what does not stand in the sources is dropped.`
          : 'No language model is shown anything of this workspace.',
      ),
      quiet(now ? 'Change it: /article model use:no' : 'Change it: /article model use:yes'),
    ],
  };
}
