import { remember } from '../../../text/remember.ts';
import type { Token } from '../../../text/tokens.ts';
import { functionWords, ordinaryWords, otherHeads } from '../../gazetteer/ordinary-words.ts';
import { organisationWords } from '../../gazetteer/organisation-words.ts';
import { placeEndings } from '../../gazetteer/place-words.ts';
import { isField } from './fields.ts';

/** Endings of English nouns and adjectives that names hardly have. */
const ordinaryEnding =
  /^\p{Lu}\p{Ll}{3,}(?:tion|tions|ness|ment|ments|ings?|isms?|ity|ities|ance|ence|ship|ships|logy|graphy|ised|ized|ously|ally|ously|ous|ive|able|ible|ful|less|ists|ants|ures?|ages|ters|ners|ders|cers|yers)$/u;

const judge = remember((text): boolean => {
  const lower = text.toLowerCase();
  return (
    ordinaryWords.has(lower) ||
    functionWords.has(lower) ||
    organisationWords.has(text) ||
    placeEndings.has(text) ||
    otherHeads.has(text) ||
    ordinaryEnding.test(text) ||
    isField(text) ||
    /^\p{N}/u.test(text) ||
    text.length === 1
  );
});

/** A word that is a name of nothing when it stands alone. */
export const isOrdinary = ({ text }: Token): boolean => judge(text);
