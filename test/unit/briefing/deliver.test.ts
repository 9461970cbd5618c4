import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/answer/library.ts';
import { type DeliveryRequest, deliverBriefing } from '../../../src/briefing/deliver.ts';
import type { ExportTools } from '../../../src/briefing/export.ts';
import type { Briefing } from '../../../src/briefing/model.ts';
import { commonRoom, fit as cutToSize, weigh } from '../../../src/document/fit.ts';
import type { Document } from '../../../src/document/model.ts';
import { plainDocument } from '../../../src/document/plain.ts';
import { ReaderError } from '../../../src/errors.ts';
import type { Drawing } from '../../../src/pictures/model.ts';
import { shippedLibrary, subjectOf } from '../../support/briefing/shipped.ts';
import { actionsOf } from '../../support/document-facts.ts';

// Protects what arrives in a chat: a message that fits, the file that was asked for, and one numbering for both.

let library: Library;
let drawn: Drawing[];
let set: Briefing[];
const tools: Required<ExportTools> = {
  pictures: {
    svg: async () => '<svg></svg>',
    png: async (drawing) => {
      drawn.push(drawing);
      return { type: 'picture', png: Uint8Array.of(1, 2, 3), name: 'x.png', alt: drawing.alt };
    },
  },
  press: {
    pdf: async (briefing) => {
      set.push(briefing);
      return Uint8Array.of(4, 5, 6);
    },
  },
};
beforeAll(async () => {
  ({ library } = await shippedLibrary());
});
const deliver = (
  topic: string,
  more: Partial<DeliveryRequest> = {},
  given: ExportTools = tools,
): Promise<Document> => {
  drawn = [];
  set = [];
  const request = {
    subject: subjectOf(topic, library),
    period: {},
    today: '2026-11-23',
    dataVersion: 'data-1',
  };
  return deliverBriefing({ ...request, ...more }, library, given);
};

describe('a briefing that is asked for without a format', () => {
  it('is a message without a file, with a line of time where there is something to draw', async () => {
    const document = await deliver('India and the SCO');
    expect(document.files).toBeUndefined();
    expect(drawn.map(({ type }) => type)).toEqual(['timeline']);
    expect(document.blocks.filter((block) => block.type === 'picture')).toHaveLength(1);
  });
  it('shows who met whom where a person is the subject', async () => {
    await deliver('Sergey Lavrov');
    expect(drawn.map(({ type }) => type)).toEqual(['meetings']);
  });
  it('has no picture where there is too little to draw, none is wanted, or nobody draws', async () => {
    for (const document of [
      await deliver('India', { period: { from: '2005-07-05', until: '2005-07-05' } }),
      await deliver('India and the SCO', { pictured: false }),
      await deliver('India and the SCO', {}, {}),
    ]) {
      expect(document.blocks.some((block) => block.type === 'picture')).toBe(false);
    }
  });
  it('leads to the whole of it, as a page and as PDF, in the same period', async () => {
    const document = await deliver('India', { period: { from: '2023-01-01', until: '2023-12-31' } });
    const options = { topic: 'India', period: '2023-01-01/2023-12-31', length: 'full' };
    expect(actionsOf(document).map((each) => each.invocation.options)).toEqual(
      expect.arrayContaining([
        { ...options, format: 'html' },
        { ...options, format: 'pdf' },
      ]),
    );
  });
  it('comes as a page when it is to be full', async () => {
    expect((await deliver('Mongolia', { length: 'full' })).files?.[0]?.name).toMatch(/\.html$/);
  });
});

describe.each([
  ['md', 'text/markdown; charset=utf-8'],
  ['html', 'text/html; charset=utf-8'],
  ['pdf', 'application/pdf'],
] as const)('a briefing as %s', (format, mediaType) => {
  it.each(['Goa meeting', 'India and the SCO', 'India', 'Mongolia'])(
    'on %s goes with a message that fits',
    async (topic) => {
      const document = await deliver(topic, { format });
      expect(document.files).toHaveLength(1);
      expect(document.files?.[0]).toMatchObject({ mediaType });
      expect(plainDocument(document)).toContain(
        `In full, with the same numbers: ${document.files?.[0]?.name}`,
      );
      expect(weigh(document)).toBeLessThanOrEqual(commonRoom.characters);
      expect(cutToSize(document)).toEqual(document);
    },
  );
  it('shows the events of the message on a line of time', async () => {
    const document = await deliver('Goa meeting', { format });
    const picture = document.blocks.find((block) => block.type === 'picture');
    expect(picture).toMatchObject({ png: Uint8Array.of(1, 2, 3), alt: drawn[0]?.alt });
    expect(drawn).toHaveLength(1);
  });
});

describe('the file and its message', () => {
  it('number the sources of the message alike', async () => {
    const document = await deliver('India and the SCO', { format: 'pdf' });
    expect(set[0]?.sources.slice(0, document.sources.length)).toEqual(document.sources);
    expect(set[0]?.sources.length).toBeGreaterThan(document.sources.length);
  });
  it('do without pictures on a desk that cannot draw', async () => {
    const document = await deliver('Goa meeting', { format: 'html' }, {});
    expect(document.blocks.some((block) => block.type === 'picture')).toBe(false);
    expect(new TextDecoder().decode(document.files?.[0]?.content)).toContain('In a picture: Timeline.');
  });
  it('are refused in one sentence where there is no PDF to be had', async () => {
    await expect(deliver('Mongolia', { format: 'pdf' }, {})).rejects.toThrow(
      new ReaderError('This desk cannot make PDF files; ask for html or md.'),
    );
  });
  it('are no file where there is nothing to brief on', async () => {
    const document = await deliver('Goa meeting', {
      format: 'pdf',
      period: { from: '1999', until: '1999-12-31' },
    });
    expect(document.kind).toBe('nothing');
    expect(document.files).toBeUndefined();
  });
});
