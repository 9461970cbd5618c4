import type { OptionSpec } from '../command.ts';

/** The hidden option of the button that shows the rest of a list: the 0-based index of the first item to show. */
export const startOption = {
  type: 'integer',
  about: 'first item to show',
  hidden: true,
} as const satisfies OptionSpec;

export const readStart = (start: number | undefined): number => Math.max(0, start ?? 0);
