import type { KnownBlock, HomeView as SlackHome, ModalView as SlackModal } from '@slack/types';
import { expectTypeOf, test } from 'vitest';
import type { Block, HomeView, ModalView } from '../../../../src/platforms/slack/block-kit.ts';

/** Slack's types are not read-only. */
type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T;

/** Checked by the compiler: whatever our narrower types allow, Slack's own allow too. */
test('our blocks and views are blocks and views of Slack’s', () => {
  expectTypeOf<Loose<Block>>().toExtend<KnownBlock>();
  expectTypeOf<Loose<HomeView>>().toExtend<SlackHome>();
  expectTypeOf<Loose<ModalView>>().toExtend<SlackModal>();
});
