/**
 * Characters that are not seen and only mislead: controls, zero-width ones, those that turn the direction of writing.
 * Joiners stay: Hindi and Persian are spelt with them.
 */
const unseen = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}]/gu;

/** Text with plain spaces and line ends, without unseen characters, paragraphs set apart by one empty line at most. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(unseen, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');
