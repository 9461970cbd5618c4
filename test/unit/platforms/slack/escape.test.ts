import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entities, hostLabel, hostLink, safeUrl } from '../../../../src/platforms/slack/escape.ts';
import { hostileUrl } from '../../../support/slack/hostile-text.ts';

describe('addresses', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)//https://',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example/x',
    'slack://open',
    'not an address',
    `https://example.org/${'x'.repeat(3000)}`,
  ])('%.40s is not linked', (url) => {
    expect(safeUrl(url)).toBeUndefined();
    expect(hostLink(url)).toBeUndefined();
  });

  test('no character of a linked address can end the link', () => {
    expect(safeUrl('https://example.org/a|b>c<d e"f\'g`h')).toBe(
      'https://example.org/a%7Cb%3Ec%3Cd%20e%22f%27g%60h',
    );
    fc.assert(
      fc.property(hostileUrl, (url) => {
        const link = hostLink(url);
        if (link !== undefined) expect(link.text).toMatch(/^<https?:\/\/[^\s<>|"'`]+\|[a-z0-9.:-]+>$/);
      }),
    );
  });

  test('the label is the host that the link leads to, whatever else the address says', () => {
    expect(hostLabel('https://www.xinhua.example:8443/x')).toBe('xinhua.example:8443');
    expect(hostLabel('https://apple.com@evil.example/')).toBe('evil.example');
    expect(hostLabel('https://аpple.example/')).toBe('xn--pple-43d.example');
  });
});

test('only Slack’s three entities are written, each once', () => {
  expect(entities('<!channel> & <@U1> &lt; *b* `c`')).toBe(
    '&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;lt; *b* `c`',
  );
});
