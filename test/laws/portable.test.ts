import { describe, expect, test } from 'vitest';
import { filesIn, read } from './source-files.ts';

const kept = filesIn('.').filter(
  (path) =>
    /\.(?:ts|js|mjs|json|md|html|css|svg|txt|yml|yaml|toml|sh|example)$|^(?:\.npmrc|\.gitignore|Dockerfile|LICENSE)$/.test(
      path,
    ) && !/\.env$/.test(path),
);
/** Written by people and read by them; the article data links to the whole web. */
const ours = kept.filter(
  (path) => !path.startsWith('data/') && path !== 'package-lock.json' && !path.startsWith('test/laws/'),
);

describe('the project stands on its own', () => {
  test('there is something to look at', () => {
    expect(ours.length).toBeGreaterThan(100);
  });

  test('nothing but a test that can do without it names a folder beside the project', () => {
    const naming = ours.filter((path) => !/^(?:test|bench)\//.test(path) && read(path).includes('../shared'));
    expect(naming).toEqual([]);
  });

  test('no file names a path of the machine it was made on', () => {
    const machine = /(?<![\w.~-])\/(?:work|root|tmp|home\/[a-z]+)\//;
    expect(ours.filter((path) => machine.test(read(path)))).toEqual([]);
  });

  test('no file names a registry, a mirror or a proxy of packages', () => {
    const hosts = /\bregistry\.[a-z0-9-]+\.[a-z]+|\b(?:artifactory|verdaccio|nexus)\b|\bproxy\.golang\b/i;
    expect(ours.filter((path) => hosts.test(read(path)))).toEqual([]);
  });

  test('the lock file fixes versions and integrity, and no address to fetch from', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string; integrity?: string; resolved?: string; link?: boolean }>;
    };
    const entries = Object.entries(packages).filter(([path]) => path !== '');
    expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, entry]) => entry.version === undefined).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  test('every dependency is pinned to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[a-z0-9.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
