import { remember } from '../../../text/remember.ts';
import type { Token } from '../../../text/tokens.ts';
import { ofHeads, organisationWords } from '../../gazetteer/organisation-words.ts';
import { placeEndings } from '../../gazetteer/place-words.ts';
import { knownAt } from './known-names.ts';

/** Fields of work that ministries and institutes join with “and”. */
const field =
  /^(?:Health|Wellness|Education|Science|Sciences|Technology|Technologies|Innovation|Development|Industry|Industries|Trade|Commerce|Finance|Economy|Economic|Energy|Power|Petroleum|Mines|Mineral|Minerals|Mining|Water|Sanitation|Environment|Climate|Forests?|Forestry|Agriculture|Agricultural|Fisheries|Livestock|Food|Tourism|Culture|Arts?|Heritage|Sports?|Youth|Gender|Women|Children|Social|Community|Labour|Labor|Employment|Human|Resources|Housing|Urban|Rural|Planning|Land|Lands|Transport|Works|Infrastructure|Roads|Communications?|Communication|Information|Media|Broadcasting|Justice|Legal|Constitutional|Home|Internal|Foreign|External|Security|Defen[cs]e|Immigration|Customs|Border|Research|Training|Skills|Business|Enterprise|Investment|Planning|Statistics|Standards|Drug|Medicine|Medical|Safety|Security|Exploration|Prevention|Control|Management|Rights|Affairs|Cooperation|Co-operation|Welfare|Family|Population|Religious|Islamic|Public|Local|Regional|Vocational|Higher|Secondary|Monuments|Digital|Electronics|Engineering|Law|Order|Protection|Conservation|Wildlife|Natural|Exchange|Crime|Privatization|Privatisation|Evaluation|Quality|Supply|Distribution|Promotion|Services?|Integration|Reconstruction|Rehabilitation|Crafts|Handicrafts|Antiquities|Space|Aeronautics|Space|Oceans|Maritime|Marine|Ports|Aviation|Surveillance|Investigations?|Intelligence|Corruption|Narcotics|Recreation|Literature|Letters|Humanities|Technical|Innovation|Production|Consumer|Competition|Cereals|Policy|Governance|Strategic|International)$/;
export const isField = remember((word) => field.test(word));

/** A field of work in the list of a ministry: `Ministry of Education, Tertiary Education, Science and Technology`. */
export function listed(tokens: readonly Token[], from: number, at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!isField(before?.text ?? '') || !(isField(token?.text ?? '') || isField(next?.text ?? '')))
    return false;
  return tokens.slice(from, at).some(({ text }) => /^(?:Ministry|Department|Directorate)$/.test(text));
}

/** Whether “and” goes on with a name: Ministry of Health and Wellness, but not Ministry of Health and Kofi. */
export function andJoins(tokens: readonly Token[], from: number, at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (before === undefined || next === undefined) return false;
  const named = tokens.slice(from, at).map(({ text }) => text);
  if (knownAt(tokens, at - 1)?.length === 3) return true;
  if (
    isField(next.text) &&
    (isField(before.text) || before.lower === next.lower) &&
    named.some((word) => ofHeads.has(word) || organisationWords.has(word) || isField(word))
  )
    return true;
  // “Drug and Food Authority”: an organisation's word comes at the end, and both sides are fields.
  return isField(before.text) && isField(next.text) && !placeEndings.has(before.text);
}
