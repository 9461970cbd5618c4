import type { Action, ActionsBlock } from '../document/model.ts';
import type { Invocation } from '../invocation.ts';
import { encodeInvocation } from '../invocation-codec.ts';

/** A button's invocation has to fit Discord's custom id. */
const mostEncoded = 100;
/** Buttons in one row. */
const mostButtons = 5;
const mostLabel = 60;

/** A button that types a command. */
export const button = (label: string, command: string, options: Invocation['options']): Action => ({
  label: label.length > mostLabel ? `${label.slice(0, mostLabel - 1)}…` : label,
  invocation: { command, options },
});

/** A row of buttons; those that no platform could carry are left out. Empty when none is left. */
export function buttons(...actions: readonly (Action | undefined)[]): readonly ActionsBlock[] {
  const fitting = actions
    .filter((action) => action !== undefined)
    .filter((action) => encodeInvocation(action.invocation).length <= mostEncoded);
  return fitting.length === 0 ? [] : [{ type: 'actions', actions: fitting.slice(0, mostButtons) }];
}
