import type { Action, Document } from '../../document/model.ts';
import type { Invocation } from '../../invocation.ts';

/** A form that could not be used as it was filled in. */
export interface Draft {
  readonly form: Invocation;
  readonly values: Readonly<Record<string, string>>;
}

/** Forms that were sent with a mistake: Discord closes a dialogue when it is sent, and keeps nothing of it. */
export interface Drafts {
  /** The message on the mistake, with a button that opens the form again as it was filled in. */
  readonly offer: (document: Document, draft: Draft, id: string) => Document;
  readonly get: (invocation: Invocation) => Draft | undefined;
}

/** Drafts kept at once; the oldest go first. */
const most = 300;
const command = 'form-draft';

/** Whether a button opens a draft. */
export const isDraft = (invocation: Invocation): boolean => invocation.command === command;

export function createDrafts(): Drafts {
  const kept = new Map<string, Draft>();
  return {
    offer(document, draft, id) {
      kept.set(id, draft);
      const oldest = kept.keys().next();
      if (kept.size > most && !oldest.done) kept.delete(oldest.value);
      const again: Action = {
        label: 'Go on editing',
        invocation: { command, options: { id } },
        style: 'primary',
      };
      return { ...document, blocks: [...document.blocks, { type: 'actions', actions: [again] }] };
    },
    get: ({ options }) => kept.get(options.id ?? ''),
  };
}
