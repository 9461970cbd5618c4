import { describe, expect, test } from 'vitest';
import { guardHeaders, hostsOf, type Knock, refuse } from '../../../../src/platforms/console/guard.ts';

const hosts = hostsOf(8080);
const get: Knock = {
  method: 'GET',
  path: '/api/messages',
  host: '127.0.0.1:8080',
  origin: undefined,
  site: 'same-origin',
  contentType: undefined,
};
const post: Knock = {
  ...get,
  method: 'POST',
  path: '/api/invoke',
  origin: 'http://127.0.0.1:8080',
  contentType: 'application/json',
};
const status = (knock: Knock): number | undefined => refuse(knock, hosts)?.status;

describe('the guard lets in', () => {
  test.each<[string, Knock]>([
    ['its own page', post],
    ['its own page by another name', { ...post, host: 'localhost:8080', origin: 'http://localhost:8080' }],
    ['IPv6 loopback', { ...post, host: '[::1]:8080', origin: 'http://[::1]:8080' }],
    ['JSON with a charset', { ...post, contentType: 'application/json; charset=utf-8' }],
    ['a program that is no browser', { ...post, origin: undefined, site: undefined }],
    ['an address typed by hand', { ...get, path: '/', site: 'none' }],
    ['a link to the page from elsewhere', { ...get, path: '/', site: 'cross-site' }],
    ['a name in capitals', { ...get, host: 'LOCALHOST:8080' }],
  ])('%s', (_, knock) => {
    expect(refuse(knock, hosts)).toBeUndefined();
  });
});

describe('the guard turns away', () => {
  test.each<[string, Knock, number]>([
    [
      'a name that an attacker points at this machine (DNS rebinding)',
      { ...get, host: 'evil.example:8080' },
      403,
    ],
    ['such a name for the page itself', { ...get, path: '/', host: 'evil.example' }, 403],
    ['a name that only begins like ours', { ...get, host: '127.0.0.1:8080.evil.example' }, 403],
    ['another port', { ...get, host: '127.0.0.1:9090' }, 403],
    ['no name at all', { ...get, host: undefined }, 403],
    [
      'a form or script of another site',
      { ...post, origin: 'https://evil.example', site: 'cross-site' },
      403,
    ],
    [
      'a page of another port of this machine',
      { ...post, origin: 'http://127.0.0.1:3000', site: 'same-site' },
      403,
    ],
    ['a sandboxed page', { ...post, origin: 'null' }, 403],
    ['a foreign site that hides its origin', { ...post, origin: undefined, site: 'cross-site' }, 403],
    ['an https page of our name', { ...post, origin: 'https://127.0.0.1:8080' }, 403],
    ['another site reading messages', { ...get, site: 'cross-site' }, 403],
    ['another site drawing our pictures', { ...get, path: '/files/general/1/0', site: 'cross-site' }, 403],
    ['a form, which needs no preflight', { ...post, contentType: 'application/x-www-form-urlencoded' }, 415],
    ['text that needs no preflight', { ...post, contentType: 'text/plain' }, 415],
    ['JSON in name only', { ...post, contentType: 'application/jsonp' }, 415],
    ['no type at all', { ...post, contentType: undefined }, 415],
    [
      'a preflight of another site',
      { ...post, method: 'OPTIONS', origin: 'https://evil.example', site: 'cross-site' },
      403,
    ],
  ])('%s', (_, knock, expected) => {
    expect(status(knock)).toBe(expected);
  });

  test('and says by which address to come', () => {
    expect(refuse({ ...get, host: 'evil.example' }, hosts)?.sentence).toBe(
      'Open the console by its own address, http://127.0.0.1:8080.',
    );
  });
});

test('on port 80 the name comes without it', () => {
  expect(hostsOf(80)).toContain('127.0.0.1');
  expect(hostsOf(8080)).not.toContain('127.0.0.1');
});

test('nothing inline runs, nothing from elsewhere loads, nobody may frame or read it', () => {
  const policy = guardHeaders['Content-Security-Policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
  expect(Object.keys(guardHeaders).map((name) => name.toLowerCase())).not.toContain(
    'access-control-allow-origin',
  );
});
