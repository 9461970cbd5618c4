/** Characters that turn the direction of what comes after them. */
const turning = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu;

/** Text as it may be set: no control characters, no halves of characters, nothing that turns the line around. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(turning, '')
    .replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]+/gu, ' ');
