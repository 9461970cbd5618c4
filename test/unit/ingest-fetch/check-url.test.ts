import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkUrl } from '../../../src/ingest/fetch/check-url.ts';
import { privateKind } from '../../../src/ingest/fetch/public-address.ts';
import { oneSentence } from '../../support/one-sentence.ts';

const none: ReadonlySet<string> = new Set();
const refusal = (url: string): string => {
  try {
    checkUrl(url, none);
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
  return 'fetched';
};

/** Spellings that lead, or may lead, away from the public web. */
const refused = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://127.0.0.1./',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://100.64.0.1/',
  'http://192.0.0.8/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.7/',
  'http://203.0.113.9/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd12:3456::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://[5f00::1]/',
  'http://[100::1]/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://foo.localhost/',
  'http://printer.local/',
  'http://metadata.google.internal/',
  'http://router/',
  'http://example.org:22/',
  'http://example.org:8080/',
  'http://user:secret@example.org/',
  'http://user@example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'not a link',
  '',
  `https://example.org/${'x'.repeat(3_000)}`,
];

/** What must go through. */
const read = [
  'https://example.org/news',
  'http://example.org/',
  'https://example.org:443/',
  'http://example.org:80/',
  'https://пример.рф/новости',
  'http://8.8.8.8/',
  'http://172.32.0.1/',
  'http://100.128.0.1/',
  'http://[2606:4700:4700::1111]/',
  'https://news.example.co.in/a?b=c#d',
  'https://localhost.example.org/',
  'https://internal.example.org/',
];

describe('addresses are judged before anything is sent', () => {
  test('there are enough of them', () => expect(refused.length).toBeGreaterThanOrEqual(30));
  test.each(refused)('%s is refused in one sentence', (url) => {
    const said = refusal(url);
    expect(said).not.toBe('fetched');
    expect(said).toMatch(oneSentence);
  });
  test.each(read)('%s may be read', (url) => expect(refusal(url)).toBe('fetched'));
  test('a password is not repeated', () => {
    expect(refusal('http://user:hunter2@example.org/')).not.toContain('hunter2');
  });
  test('an allowed pair is that host on that port and no other', () => {
    const allow = new Set(['127.0.0.1:8123']);
    expect(checkUrl('http://127.0.0.1:8123/a', allow).port).toBe('8123');
    expect(checkUrl('http://0x7f.1:8123/a', allow).hostname).toBe('127.0.0.1');
    expect(() => checkUrl('http://127.0.0.1:8124/', allow)).toThrow();
    expect(() => checkUrl('http://127.0.0.1/', allow)).toThrow();
  });
});

test('every address within loopback, private and link-local blocks is told from public ones', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const within = fc.oneof(
    fc.tuple(fc.constant(127), octet, octet, octet),
    fc.tuple(fc.constant(10), octet, octet, octet),
    fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  );
  fc.assert(
    fc.property(within, (parts) => {
      const number = parts.reduce((sum, part) => sum * 256 + part, 0);
      expect(privateKind(parts.join('.'))).toBeDefined();
      expect(privateKind(`::ffff:${parts.join('.')}`)).toBeDefined();
      expect(refusal(`http://${number}/`)).not.toBe('fetched');
      expect(refusal(`http://0x${number.toString(16)}/`)).not.toBe('fetched');
      expect(refusal(`http://0${number.toString(8)}/`)).not.toBe('fetched');
    }),
  );
});
