import { cite, link, notice, paragraph, quiet, text } from '../../src/document/build.ts';
import type { Action, Document, ListItem, Source } from '../../src/document/model.ts';

/** One grey pixel. */
const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const astana: Source = {
  date: '9 June 2017',
  statement: 'India and Pakistan become full SCO members',
  publisher: 'Xinhua',
  published: '9 June 2017',
  url: 'https://example.org/xinhua/2017/06/09/astana-summit_(sco)',
};
const goa: Source = {
  date: '4 May 2023',
  statement:
    'The article on the Goa meeting gives 2017 as the year India and Pakistan became permanent members',
  publisher: 'Mint',
  published: '4 May 2023',
  url: 'https://example.org/mint/goa-meeting',
};
const lavrov: Source = {
  date: '4 May 2023',
  statement: 'Lavrov and Jaishankar met on the sidelines of the SCO meeting in Goa',
  publisher: 'ANI',
  published: '4 May 2023',
  url: 'https://example.org/ani/lavrov-jaishankar',
};
const founding: Source = {
  date: '15 June 2001',
  statement: 'Six states found the Shanghai Cooperation Organisation',
  publisher: 'SCO Secretariat',
  url: 'https://example.org/sco/history?year=2001&lang=en',
};
const yekaterinburg: Source = {
  date: '15–16 June 2009',
  statement: 'The SCO summit in Yekaterinburg',
  publisher: 'TASS',
  published: '16 June 2009',
  url: 'https://example.org/tass/yekaterinburg',
};
const decade: Source = {
  date: '15 June 2011',
  statement: 'Leaders sign the Astana Declaration on the tenth anniversary',
  publisher: 'Kazinform',
};

const ask = (label: string, question: string): Action => ({
  label,
  invocation: { command: 'ask', options: { question } },
});
const why: Action = { label: 'Why?', invocation: { command: 'why', options: { receipt: 'r-7f3a' } } };
const share: Action = {
  label: 'Share',
  invocation: { command: 'share', options: { receipt: 'r-7f3a' } },
  style: 'primary',
};

const answer: Document = {
  kind: 'answer',
  blocks: [
    paragraph(
      'India became a full member of the SCO on 9 June 2017, at the Astana summit, together with Pakistan. ',
      cite(1),
      cite(2),
    ),
    quiet('As of 23 November 2026 · data 3f9c2a'),
    {
      type: 'actions',
      actions: [why, share, ask('Before that: observer', 'when did India become an observer')],
    },
  ],
  sources: [astana, goa],
};

const partial: Document = {
  kind: 'answer',
  blocks: [
    paragraph('Lavrov met Jaishankar in Goa on 4 May 2023. ', cite(1)),
    paragraph('No article here says what they ate.'),
    quiet('As of 23 November 2026 · data 3f9c2a'),
    { type: 'actions', actions: [why] },
  ],
  sources: [lavrov],
};

const nothing: Document = {
  kind: 'nothing',
  blocks: [
    paragraph(
      'Nothing here says who won the match. The desk covers the SCO, its members and their relations, 1945–2026.',
    ),
    paragraph('Closest: 9 June 2018 · SCO leaders gather in Qingdao ', cite(1)),
    quiet('As of 23 November 2026 · data 3f9c2a'),
    { type: 'actions', actions: [why, ask('Qingdao summit', 'what happened at the Qingdao summit')] },
  ],
  sources: [
    {
      date: '9 June 2018',
      statement: 'SCO leaders gather in Qingdao',
      publisher: 'CGTN',
      url: 'https://example.org/cgtn/qingdao',
    },
  ],
};

const digest: Document = {
  kind: 'digest',
  title: '📅 On this day: 15 June',
  blocks: [
    {
      type: 'list',
      items: [
        {
          spans: [
            text('2001', 'strong'),
            text(' · 25 years ago · Shanghai: Six states found the Shanghai Cooperation Organisation. '),
            cite(1),
          ],
          detail: [
            text('China, Kazakhstan, Kyrgyzstan, Russia, Tajikistan and Uzbekistan signed the declaration.'),
          ],
        },
        {
          spans: [
            text('2009', 'strong'),
            text(' · Yekaterinburg: The SCO summit opens; leaders meet for two days. '),
            cite(2),
          ],
        },
        {
          spans: [
            text('2011', 'strong'),
            text(' · 15 years ago · Astana: Leaders mark ten years of the organisation with a declaration. '),
            cite(3),
          ],
        },
      ],
      hidden: 2,
      more: { command: 'onthisday', options: { date: '06-15' } },
    },
    quiet(
      'Dates are those of the events. 15 June in Asia/Kolkata. Next: ',
      { type: 'time', instant: Temporal.Instant.from('2026-06-16T03:30:00Z'), text: 'tomorrow 09:00' },
      '.',
    ),
    {
      type: 'actions',
      actions: [
        { label: 'Timeline', invocation: { command: 'timeline', options: { of: 'sco' } } },
        ask('Ask about this day', 'what happened on 15 June'),
      ],
    },
  ],
  sources: [founding, yekaterinburg, decade],
};

const summits: readonly (readonly [string, string])[] = [
  ['14 June 2001', 'Shanghai: the founding summit opens'],
  ['7 June 2002', 'Saint Petersburg: leaders sign the SCO Charter'],
  ['29 May 2003', 'Moscow: leaders agree on a secretariat'],
  ['17 June 2004', 'Tashkent: Mongolia becomes the first observer'],
  ['5 July 2005', 'Astana: India, Iran and Pakistan become observers'],
  ['15 June 2006', 'Shanghai: leaders mark five years'],
  ['16 August 2007', 'Bishkek: the treaty on long-term good-neighbourliness is signed'],
  ['28 August 2008', 'Dushanbe: the status of dialogue partner is created'],
];

const timeline: Document = {
  kind: 'answer',
  title: 'SCO: timeline',
  blocks: [
    { type: 'heading', text: 'The first years' },
    {
      type: 'list',
      ordered: true,
      items: summits.map(
        ([date, what], index): ListItem => ({
          spans: [text(date, 'strong'), text(` · ${what} `), cite(index + 1)],
        }),
      ),
      hidden: 16,
      more: { command: 'timeline', options: { of: 'sco', start: '8' } },
    },
    { type: 'divider' },
    quiet('Items 9–16 of 32.'),
  ],
  sources: summits.map(([date, statement], index) => ({
    date,
    statement,
    publisher: 'SCO Secretariat',
    url: `https://example.org/sco/summits/${index + 1}`,
  })),
};

const quote: Document = {
  kind: 'answer',
  title: 'Lavrov to Jaishankar',
  blocks: [
    {
      type: 'quote',
      text: "Don't tell anybody",
      attribution: [
        text('Sergey Lavrov', 'strong'),
        text(', Russian foreign minister, smiling, to Jaishankar, as Russian media reported '),
        cite(1),
      ],
    },
    paragraph(text('Lavrov said, in substance, ', 'emphasis'), 'that the talks had gone well. ', cite(1)),
    paragraph(
      'The article is ',
      link('on the publisher’s site', 'https://example.org/ani/lavrov-jaishankar'),
      '.',
    ),
  ],
  sources: [lavrov],
};

const table: Document = {
  kind: 'answer',
  title: 'SCO members',
  blocks: [
    {
      type: 'table',
      head: ['Member', 'Since', 'Status before'],
      rows: [
        [[text('China')], [text('15 June 2001 '), cite(1)], [text('Shanghai Five')]],
        [[text('India')], [text('9 June 2017 '), cite(2)], [text('observer')]],
        [[text('Pakistan')], [text('9 June 2017 '), cite(2)], [text('observer')]],
        [[text('Iran')], [text('4 July 2023 '), cite(3)], [text('observer')]],
      ],
    },
    quiet('As of 23 November 2026'),
  ],
  sources: [
    founding,
    astana,
    { date: '4 July 2023', statement: 'Iran becomes a member', publisher: 'IRNA', published: '4 July 2023' },
  ],
};

const picture: Document = {
  kind: 'answer',
  title: 'The SCO over time',
  blocks: [
    {
      type: 'picture',
      png: pixel,
      name: 'members.png',
      alt: 'Members of the SCO: 6 in 2001, 8 in 2017, 10 in 2024.',
    },
    paragraph('The organisation grew from six members to ten. ', cite(1)),
  ],
  sources: [founding],
};

const briefing: Document = {
  kind: 'answer',
  title: 'Briefing: India and the SCO',
  blocks: [
    { type: 'heading', text: 'Membership' },
    paragraph('India became a full member on 9 June 2017. ', cite(1)),
    { type: 'heading', text: 'Goa, May 2023' },
    paragraph('India hosted the foreign ministers on 4 and 5 May 2023. ', cite(2)),
    quiet('The whole briefing is in the file.'),
  ],
  sources: [astana, goa],
  files: [
    {
      name: 'briefing-india.md',
      mediaType: 'text/markdown',
      content: new TextEncoder().encode('# Briefing: India and the SCO\n'),
    },
  ],
};

/** Everything in it is trying to be something else than text. */
const hostile: Document = {
  kind: 'answer',
  title: '# @everyone <@123456789012345678> **bold** `code`',
  blocks: [
    { type: 'heading', text: '-# small\n> quoted\n1. listed' },
    paragraph(
      '||spoiler|| *em* _em_ ~~gone~~ [Free gift](https://evil.example/x) <#1> </ask:2> <t:0:R> <:e:3> <!channel> ',
      '&lt;!here&gt; @here discord.gg/evil https://evil.example/unfurl www.evil.example <script>alert(1)</script> ',
      cite(1),
    ),
    paragraph(
      'Zero\u200bwidth, bidi \u202eeviL\u202c, null \u0000, bell \u0007, lone \ud800, tag \u{e0041}, family 👩‍👩‍👧‍👦. ',
      text('`tick` ``two``', 'code'),
      text('*star*', 'strong'),
      text('_under_', 'emphasis'),
      cite(2),
    ),
    paragraph(
      link('javascript', 'javascript:alert(1)'),
      ' ',
      link('brackets] (and more', 'https://example.org/a_(b)>c d|e"f'),
      ' ',
      link('@everyone', 'https://example.org/?q=<@1>'),
    ),
    {
      type: 'list',
      items: [
        {
          spans: [text('- not a sub-item\n# not a heading\n2) not a number')],
          detail: [text('```\nnot code\n```')],
        },
        { spans: [text('+1 more'), cite(1)], detail: [text('| not | a | table |')] },
      ],
    },
    {
      type: 'quote',
      text: '> nested\n>>> all of it\n”) — nobody',
      attribution: [text('<@&42>', 'emphasis'), cite(2)],
    },
    {
      type: 'table',
      head: ['a|b', '`c`'],
      rows: [[[text('x\ny')], [text('```'), cite(1)]]],
    },
    {
      type: 'actions',
      actions: [
        {
          label: '@everyone **press** \u202eme',
          invocation: { command: 'ask', options: { question: '<@1> & "x"' } },
        },
        { label: 'Too long', invocation: { command: 'ask', options: { question: 'x'.repeat(3000) } } },
      ],
    },
  ],
  sources: [
    {
      date: '**1** January',
      statement: '[statement](https://evil.example) <@1> @everyone',
      publisher: '*Pub* <!here>',
      published: '_2_ January',
      url: 'https://example.org/a)b>c|d?e=[f](g)',
    },
    { date: '2023', statement: 'No safe link', publisher: 'Evil', url: 'javascript:alert(1)' },
  ],
};

/** One realistic message of each kind, for golden files, drawings and probes: the same ones on every platform. */
export const sampleDocuments: Readonly<Record<string, Document>> = {
  answer,
  partial,
  nothing,
  digest,
  timeline,
  quote,
  table,
  picture,
  briefing,
  notice: notice('The digest d-4k2 in this channel is paused; /digest resume d-4k2 starts it again.'),
  error: notice('There is no 31 April. Try /onthisday 30 April.', 'error'),
  hostile,
};
