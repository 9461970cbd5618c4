import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeJson, encodeJson, isDocument } from '../../../src/document/codec.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { sampleDocuments } from '../../support/sample-documents.ts';

describe('the codec of documents', () => {
  test.each(Object.entries(sampleDocuments))(
    '%s comes back the same: instants and bytes too',
    (_, document) => {
      expect(decodeJson(encodeJson(document))).toEqual(document);
    },
  );

  test('any document comes back the same', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(decodeJson(encodeJson(document))).toEqual(document);
      }),
    );
  });

  test('any JSON comes back the same, even where it looks like what the codec writes', () => {
    const key = fc.oneof(fc.constantFrom('$bytes', '$instant', '$plain', 'toJSON'), fc.string());
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        value,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (json) => {
        expect(decodeJson(encodeJson(json))).toEqual(json);
      }),
      { numRuns: 500 },
    );
  });

  test('bytes of a Buffer come back as bytes', () => {
    const { png } = decodeJson(encodeJson({ png: Buffer.from([0, 255, 128]) })) as { png: Uint8Array };
    expect(png).toEqual(Uint8Array.from([0, 255, 128]));
  });

  test('what is not JSON is refused, not read as nothing', () => {
    expect(() => decodeJson('{"blocks": [')).toThrow(SyntaxError);
  });
});

describe('isDocument', () => {
  test('knows a document after the codec', () => {
    expect(isDocument(decodeJson(encodeJson(sampleDocuments.answer)))).toBe(true);
  });

  test.each([null, 'text', 7, [], {}, { blocks: [] }, { sources: [], blocks: 'none' }])(
    'is not fooled by %j, a row of another version',
    (value) => {
      expect(isDocument(value)).toBe(false);
    },
  );
});
