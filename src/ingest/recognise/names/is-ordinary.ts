import type { Token } from '../../../text/tokens.ts';
import { functionWords, ordinaryWords, otherHeads } from '../../gazetteer/ordinary-words.ts';
import { organisationWords } from '../../gazetteer/organisation-words.ts';
import { placeEndings } from '../../gazetteer/place-words.ts';
import { field } from './fields.ts';

/** Endings of English nouns and adjectives that names hardly have. */
const ordinaryEnding =
  /^\p{Lu}\p{Ll}{3,}(?:tion|tions|ness|ment|ments|ings?|isms?|ity|ities|ance|ence|ship|ships|logy|graphy|ised|ized|ously|ally|ously|ous|ive|able|ible|ful|less|ists|ants|ures?|ages|ters|ners|ders|cers|yers)$/u;

/** A word that is a name of nothing when it stands alone. */
export const isOrdinary = (token: Token): boolean =>
  ordinaryWords.has(token.lower) ||
  functionWords.has(token.lower) ||
  organisationWords.has(token.text) ||
  placeEndings.has(token.text) ||
  otherHeads.has(token.text) ||
  ordinaryEnding.test(token.text) ||
  field.test(token.text) ||
  /^\p{N}/u.test(token.text) ||
  token.text.length === 1;
