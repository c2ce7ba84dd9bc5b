import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scopes } from '../../src/adapters/slack/publish.ts';

const pages = [...globSync('*.md'), ...globSync('docs/*.md')].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

describe.each(pages)('$path', ({ path, text }) => {
  test('links only to files that are there', () => {
    const prose = text.replace(/^```[\s\S]*?^```/gm, '');
    const links = [...prose.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(dirname(path), target)))).toEqual([]);
  });

  test('names only scripts that there are', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][\w:]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('the README lists exactly the Slack scopes that the manifest asks for', () => {
  const readme = readFileSync('README.md', 'utf8');
  const table = readme.slice(readme.indexOf('| scope |')).split('\n\n')[0] ?? '';
  const listed = [...table.matchAll(/`([a-z_]+(?::[a-z]+)?)`/g)]
    .map(([, scope]) => scope)
    .filter((one) => one !== 'npm');
  expect(listed.sort()).toEqual(scopes.map(({ scope }) => scope).sort());
});
