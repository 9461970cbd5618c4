import type { Commands } from '../src/command.ts';

/** Every command, in the order in which help and the platforms list them. */
export const commands: Commands = [];
