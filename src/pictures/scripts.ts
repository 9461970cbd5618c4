/** Characters that are set in the Devanagari font. */
export const indian = /\p{Script=Devanagari}/u;
/** Characters that are set in the Chinese font, its punctuation and full-width forms among them. */
export const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;

/** Whether the Western fonts are all that a text needs. */
export const isWestern = (text: string): boolean => !indian.test(text) && !chinese.test(text);
