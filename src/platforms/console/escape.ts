const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\uFFFD',
};

/** Text as HTML that reads the same, in content and in quoted attributes. Lone surrogates become U+FFFD. */
export const escapeHtml = (text: string): string =>
  text.toWellFormed().replace(/[&<>"'\0]/g, (character) => entities[character] ?? character);

const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** Text as HTML content. Marks that turn the direction of writing end with it, so that they cannot disguise what follows. */
export function escapeWords(text: string): string {
  const escaped = escapeHtml(text);
  return direction.test(text) ? `<bdi>${escaped}</bdi>` : escaped;
}

/**
 * The address of a link, normalised, if it is an absolute http(s) URL without credentials; undefined for all else
 * (`javascript:`, `data:`, relative), where only the text is shown.
 */
export function safeAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  const plain = address.protocol === 'https:' || address.protocol === 'http:';
  return plain && address.username === '' && address.password === '' ? address.href : undefined;
}
