import { describe, expect, test } from 'vitest';
import { blockFaults, messageFaults, viewFaults } from '../../../support/slack/validate-blocks.ts';

/** The check that every Slack test leans on must itself refuse what Slack refuses. */
const plain = (text: string) => ({ type: 'plain_text', text });
const button = (action_id: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: plain('x'),
  ...more,
});
const rich = (...elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

describe('refused', () => {
  test.each<readonly [string, readonly object[]]>([
    ['no block at all', []],
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
    ['a header of 151 characters', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['a section of 3,001 characters', [{ type: 'section', text: plain('x'.repeat(3001)) }]],
    ['an empty text', [{ type: 'section', text: plain('') }]],
    [
      'eleven elements in a context',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
    ],
    ['the same action_id twice', [{ type: 'actions', elements: [button('a'), button('a')] }]],
    [
      'the same block_id twice',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
    ],
    [
      'a label of 76 characters',
      [{ type: 'actions', elements: [{ ...button('a'), text: plain('x'.repeat(76)) }] }],
    ],
    [
      'a value of 2,001 characters',
      [{ type: 'actions', elements: [button('a', { value: 'x'.repeat(2001) })] }],
    ],
    ['a style that there is not', [{ type: 'actions', elements: [button('a', { style: 'loud' })] }]],
    ['an empty row', [{ type: 'actions', elements: [] }]],
    ['an unknown property', [{ type: 'divider', color: 'red' }]],
    ['an unknown block', [{ type: 'marquee' }]],
    ['an empty rich text', [rich()]],
    ['an empty run of rich text', [rich({ type: 'text', text: '' })]],
    ['a mention of everybody', [rich({ type: 'broadcast', range: 'channel' })]],
    ['a link to a script', [rich({ type: 'link', url: 'javascript:alert(1)' })]],
    ['half a character', [rich({ type: 'text', text: '\ud800' })]],
    [
      'an input in a message',
      [{ type: 'input', label: plain('x'), element: { type: 'plain_text_input', action_id: 'a' } }],
    ],
    [
      '13,000 characters together',
      Array.from({ length: 5 }, () => ({ type: 'section', text: plain('x'.repeat(2900)) })),
    ],
  ])('%s', (_, blocks) => expect(blockFaults(blocks)).not.toEqual([]));

  test('a message that unfurls, links names or has no fallback', () => {
    const right = {
      text: 'x',
      blocks: [{ type: 'divider' }],
      unfurl_links: false,
      unfurl_media: false,
      link_names: false,
      parse: 'none',
    };
    expect(messageFaults(right)).toEqual([]);
    for (const wrong of [
      { text: '' },
      { unfurl_links: true },
      { link_names: undefined },
      { parse: 'full' },
    ]) {
      expect(messageFaults({ ...right, ...wrong })).toHaveLength(1);
    }
  });

  test('a form without a button to submit it, with a long title, or with a long option', () => {
    const option = (value: string) => ({ text: plain('x'), value });
    const form = (value: string, title: string) => ({
      type: 'modal',
      title: plain(title),
      submit: plain('Go'),
      blocks: [
        {
          type: 'input',
          label: plain('x'),
          element: { type: 'static_select', action_id: 'a', options: [option(value)] },
        },
      ],
    });
    expect(viewFaults(form('v', 'Title'))).toEqual([]);
    expect(viewFaults({ ...form('v', 'Title'), submit: undefined })).toHaveLength(1);
    expect(viewFaults(form('v'.repeat(151), 'Title'))).toHaveLength(1);
    expect(viewFaults(form('v', 't'.repeat(25)))).toHaveLength(1);
  });
});
