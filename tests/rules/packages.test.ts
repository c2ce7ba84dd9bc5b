import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

test('every package is pinned in the lockfile by its hash', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const loose = Object.keys(packages).filter((path) => path && !packages[path].integrity);
  expect(loose).toEqual([]);
});

test('package.json asks for exact versions', () => {
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
});

test('docs/architecture.md says of every package why it is there, and names no other', () => {
  const [, section = ''] = readFileSync('docs/architecture.md', 'utf8').split('## Packages');
  const named = [...section.matchAll(/^\| (?!package|---)([^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(named.sort()).toEqual(installed.sort());
});
