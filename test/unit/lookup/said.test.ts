import { describe, expect, it } from 'vitest';
import { SourceList } from '../../../src/document/build.ts';
import { plainSpans } from '../../../src/document/plain.ts';
import { citeUnits } from '../../../src/lookup/cited.ts';
import { findQuotations } from '../../../src/lookup/find-quotations.ts';
import { isDirect, paraphraseItem, quoteBlock } from '../../../src/lookup/said.ts';
import { type QuotationUnit, shelfOf } from '../../../src/lookup/shelf.ts';
import { lookupLibrary } from './world.ts';

const library = lookupLibrary();
const today = Temporal.PlainDate.from('2026-11-23');
const { quotations } = shelfOf(library);
const [direct] = quotations.filter(isDirect);
const [sense] = quotations.filter((unit) => !isDirect(unit));

describe('what was said', () => {
  it('is set off verbatim with speaker, office, addressee, date, occasion and who reported it', () => {
    const block = quoteBlock(direct as QuotationUnit, library, citeUnits(new SourceList()));
    expect(block.text).toBe('Herring is not a bargaining chip');
    expect(plainSpans(block.attribution)).toBe(
      'Sudland’s foreign minister Eva Falk to Olaf Berg; 1 April 2022; talks in Gullport; as Harbour Radio reported [1]',
    );
  });
  it('is told in substance, without quotation marks, where it is not verbatim', () => {
    const item = paraphraseItem(sense as QuotationUnit, library, citeUnits(new SourceList()));
    const words = plainSpans(item.spans);
    expect(words).toBe(
      '1 April 2022 · Sudland’s foreign minister Eva Falk said, in substance: Quotas should be settled before winter. [1]',
    );
    expect(words).not.toMatch(/[“”"]/);
  });
});

describe('looking for quotations', () => {
  const count = (speaker?: string, about?: string): number | string => {
    const found = findQuotations(speaker, about, today, library);
    return found.state === 'found' ? found.quotations.length : found.state;
  };
  it.each([
    [undefined, undefined, 2],
    ['Eva Falk', undefined, 2],
    ['Falk', 'herring', 1],
    ['Falk on herring', undefined, 1],
    ['herring', undefined, 1],
    [undefined, 'quotas', 1],
  ])('by %s about %s: %s', (speaker, about, expected) => {
    expect(count(speaker, about)).toBe(expected);
  });
  it.each([
    ['Olaf Berg', undefined],
    ['Falk', 'regatta'],
    ['Macron', undefined],
    ['Macron', 'herring'],
  ])('finds none by %s about %s', (speaker, about) => {
    expect(count(speaker, about)).toBe('none');
  });
});
