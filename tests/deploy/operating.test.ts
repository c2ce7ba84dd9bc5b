import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { variables } from '../../src/config.ts';

const page = readFileSync('docs/operating.md', 'utf8');
const compose = readFileSync('compose.yaml', 'utf8');

test('docs/operating.md names only settings that the program or compose.yaml knows', () => {
  const named = [...page.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([name]) => name);
  expect(named).not.toEqual([]);
  expect(named.filter((name) => !variables.includes(name) && !compose.includes(name))).toEqual([]);
});

test('docs/operating.md names only files of the repository that are there', () => {
  const named = [...page.matchAll(/\b(?:deploy|src)\/[\w/.-]*\.\w+/g)].map(([path]) => path);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
