import { stem } from '../text/stem.ts';
import type { Unit } from './unit.ts';

/** A kind of thing that a question (folded) asks about, the words of a text (in small letters) that speak of it, and what is said without them. */
type Spoken = readonly [asked: RegExp, told: RegExp, short: string];

/**
 * What a text has to speak of itself where it is asked about: records near to it hold the question's other words, and what goes
 * with them is no answer. That they dined is no menu, and a meeting with somebody no marriage.
 */
const spoken: readonly Spoken[] = [
  [
    /\b(?:who|whom|which|what)\b.*\b(?:won|wins?|took|takes|got|claimed|landed|came first)\b.*\b(?:prize|award|trophy|medal|title|race|marathon|contest|tournament|cup)\b|\b(?:winner|champion)\b/,
    /\b(?:wins?|won|winn\w+|awarded|named|prize (?:went|goes) to|first place|champion|best)\b/,
    'it names no winner',
  ],
  [
    /\b(?:what|which) (?:make|model|brand|breed) of\b/,
    /\b(?:make|model|brand|breed|(?:made|built) by)\b/,
    'it says nothing of the make',
  ],
  [
    /\bwhat (?:was|were|got) served\b|\bwhat\b.*\b(?:menu|dish(?:es)?|(?:have|had|eat|eats|ate|eaten|drink|drank|served?|dine on)\b.*\b(?:for|at) (?:\w+ )?(?:dinner|lunch|breakfast|banquet|supper|tea)|for (?:dinner|lunch|breakfast|supper))\b/,
    /\b(?:menus?|dish(?:es)?|cuisine|served (?!as)|tasted|ate|soup|kebabs?|noodles|rice|fish|vegetarian|wine|pancakes|plov|pilaf)\b/,
    'it names no dish',
  ],
  [
    /\b(?:wife|husband|spouse|son|daughter|mother|father|brother|sister|children)\b/,
    /\b(?:wife|husband|spouse|first lady|son|daughter|mother|father|brother|sister|child(?:ren)?|family|married)\b/,
    'it tells of no family',
  ],
  [
    /\bweather\b/,
    /(?<!all-)\bweather|\b(?:rain\w*|snow\w*|storm\w*|heat|sunny|cold|fog|wind\w*)\b/,
    'it tells nothing of the weather',
  ],
  [
    /\bvoted? against\b/,
    /\b(?:against|opposed|objected|rejected|no votes)\b/,
    'it names nobody who was against it',
  ],
  // `How many lorries a day?` wants how many in each.
  [
    /\bhow (?:many|much)\b.*\b(?:a|per|each|every) (?:day|night|week|month|year|hour|minute)\b/,
    /\b(?:a|an|per|each|every|one) (?:day|night|week|month|year|hour|minute)\b|\b(?:daily|nightly|weekly|monthly|annual\w*|yearly|hourly|in (?:19|20)\d\d)\b/,
    'it tells nothing of how many at a time',
  ],
];

/** What is paid for something has to be spoken of in its own word: a fund is no budget. */
const payment = /\b(budget|salary|salaries|wages?|fees?|dues|pension|fine|rent|ransom|bribe)\b/;

/**
 * Why a unit cannot tell what a question asks about, though it may hold all its other words; undefined where it speaks of it.
 * @param folded the question
 * @param text what the unit says, in small letters
 */
export function unspoken(folded: string, unit: Unit, text: string): string | undefined {
  const lacking = spoken.find(([asked, told]) => asked.test(folded) && !told.test(text));
  if (lacking !== undefined) return lacking[2];
  const paid = payment.exec(folded)?.[1];
  return paid !== undefined && !unit.stems.has(stem(paid)) ? 'it tells of no such payment' : undefined;
}
