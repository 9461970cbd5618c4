import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/answer/library.ts';
import { composeFile } from '../../../src/briefing/compose-file.ts';
import { editionLinks, signedId } from '../../../src/briefing/edition-link.ts';
import { digestAsBriefing, editionPage } from '../../../src/briefing/edition-page.ts';
import { renderHtml } from '../../../src/briefing/html.ts';
import { renderMarkdown } from '../../../src/briefing/markdown.ts';
import { pdfDefinition } from '../../../src/briefing/pdf-content.ts';
import type { Delivery, KeptEdition } from '../../../src/store/ports.ts';
import { shippedLibrary, subjectOf } from '../../support/briefing/shipped.ts';

// Protects the link to an edition: the same edition has the same one, it stands in every file, and only the whole link opens it.

let library: Library;
beforeAll(async () => {
  ({ library } = await shippedLibrary());
});

const link = editionLinks('https://desk.example.org/', 'a secret');
const made = (workspace: string, editionLink = link) => {
  const subject = subjectOf('Goa meeting', library);
  const request = { subject, period: {}, today: '2026-11-23', length: 'full', dataVersion: 'v1' } as const;
  const briefing = composeFile({ ...request, workspace, link: editionLink }, library);
  if (briefing === undefined) throw new Error('no briefing');
  return briefing;
};

describe('a link to an edition', () => {
  it('is the same each time, holds the id, and opens it', () => {
    const address = link('e936a7v5ae') ?? '';
    expect(address).toMatch(/^https:\/\/desk\.example\.org\/editions\/e936a7v5ae-[a-z0-9]{24}$/);
    expect(link('e936a7v5ae')).toBe(address);
    expect(signedId(address.split('/').at(-1) ?? '', 'a secret')).toBe('e936a7v5ae');
  });
  it('opens nothing with another id, another secret, a letter less, or no signature', () => {
    const key = (link('e936a7v5ae') ?? '').split('/').at(-1) ?? '';
    for (const wrong of [
      key.replace('e9', 'f9'),
      key.slice(0, -1),
      'e936a7v5ae',
      `${key}-x`,
      '',
      '../x',
      '-',
    ]) {
      expect(signedId(wrong, 'a secret'), wrong).toBeUndefined();
    }
    expect(signedId(key, 'another secret')).toBeUndefined();
  });
  it('is there only where an address is set', () => {
    expect(editionLinks(undefined, 'a secret')('e936a7v5ae')).toBeUndefined();
  });
});

describe('an export', () => {
  it('carries the link in every format', () => {
    const briefing = made('w1');
    const address = link(briefing.edition.id) ?? '';
    expect(renderMarkdown(briefing)).toContain(address);
    expect(renderHtml(briefing, new Map())).toContain(`href="${address}"`);
    expect(JSON.stringify(pdfDefinition(briefing, new Map()).content)).toContain(`"link":"${address}"`);
  });
  it('says instead what shows it again where there is no link', () => {
    const briefing = made('w1', () => undefined);
    const text = renderMarkdown(briefing);
    expect(text).not.toContain('https://desk');
    expect(text).toContain(`/brief edition ${briefing.edition.id}`);
  });
  it('is another edition in another workspace', () => {
    expect(made('w1').edition.id).not.toBe(made('w2').edition.id);
  });
});

describe('the page of an edition', () => {
  const pictures = { svg: async () => '<svg></svg>', png: async () => ({}) as never };
  const row = {
    id: 'abcdefghij0123',
    edition: {
      kind: 'digest',
      title: 'On this day: 15 June',
      blocks: [
        { type: 'list', items: [{ spans: [{ type: 'text', text: 'Six states <found> it.' }] }] },
        { type: 'actions', actions: [{ label: 'Ask', invocation: { command: 'ask', options: {} } }] },
      ],
      sources: [],
    },
    basis: { dataVersion: 'v1', asOf: '2026-06-15T03:30:00Z', records: [] },
  } as unknown as Delivery;
  const stores = (kept: KeptEdition | undefined) => ({
    editions: { get: async () => kept, put: async () => {}, secret: async () => '' },
    deliveries: { get: async () => row } as never,
  });

  it('shows a kept briefing as it was made', async () => {
    const briefing = made('w1');
    const kept = { id: briefing.edition.id, workspace: 'w1', at: '', briefing };
    expect(await editionPage(kept.id, stores(kept), { pictures })).toContain(briefing.title);
  });
  it('shows a digest, its words as text, without its buttons', async () => {
    const page = await editionPage(row.id, stores(undefined), { pictures });
    expect(page).toContain('Six states &lt;found&gt; it.');
    expect(page).toContain('/digest show abcdefghij');
    expect(page).not.toContain('Ask');
  });
  it('shows nothing for the beginning of an id, or for none', async () => {
    expect(digestAsBriefing(row, 'abcdefghij')).toBeUndefined();
    expect(await editionPage(undefined, stores(undefined), { pictures })).toBeUndefined();
  });
});
