import type { Marked } from '../annotated.ts';

/** A program that finds times, names or both in a text. */
export interface Reader {
  readonly name: string;
  readonly dates?: (text: string, published: string) => readonly Marked[];
  readonly names?: (text: string) => readonly Marked[];
}
