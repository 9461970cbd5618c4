import type { Drawing } from '../pictures/model.ts';
import type { Briefing } from './model.ts';

/** What the drawing thread does; see `Pictures` and `Press` for what comes of each. */
export type StudioJob =
  | { readonly type: 'svg' | 'png'; readonly drawing: Drawing }
  | { readonly type: 'pdf'; readonly briefing: Briefing };

export type StudioOutcome =
  /** The libraries are loaded: its time begins. */
  | { readonly state: 'begun' }
  | { readonly state: 'made'; readonly product: string | Uint8Array }
  | { readonly state: 'broken'; readonly reason: string };
