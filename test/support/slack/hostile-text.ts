import fc from 'fast-check';

/** Anything at all, and what means something to Slack or to a reader's eye. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '<!channel> <!here|x> <@U1> <#C1|goa>',
    '*bold* _it_ ~no~ `code` ```block```',
    '&lt; &amp;amp; <https://evil.example|x> >quote',
    ':smile: https://evil.example www.evil.example',
    'bidi \u202eeviL\u202c zero\u200bwidth soft\u00adhyphen',
    'lone \ud800 null \0 bell \u0007',
    `e${'\u0301'.repeat(300)}`,
    'line one\n\nline two\r\n\ttab \u2028 end',
    '👩‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  ),
);

/** Addresses, good and bad. */
export const hostileUrl: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  hostileText,
  hostileText.map((text) => `https://example.org/${text}`),
  fc.constantFrom(
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'https://user:pass@evil.example/',
    'https://example.org/|>"\'`<',
    `https://example.org/${'x'.repeat(3_000)}`,
  ),
);
