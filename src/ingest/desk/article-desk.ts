import type { DeskStore, FeedStore } from '../../store/desk-ports.ts';
import type { Gatherer } from '../gather.ts';

/** What commands may do with articles from outside. The edge fills it; without it there is none. */
export interface ArticleDesk {
  readonly store: DeskStore;
  readonly feeds: FeedStore;
  readonly gather: Pick<Gatherer, 'fromLink' | 'fromText' | 'feed'>;
}
