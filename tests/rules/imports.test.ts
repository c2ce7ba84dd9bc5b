import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Import, sourceFiles } from './source.ts';

interface Rule {
  /** Folders or files whose modules may be imported. */
  local: string[];
  packages: RegExp;
  /** Folders of which only types may be imported. */
  types?: string[];
}

const markdown = /^(unified|remark-|mdast|micromark|unist)/;
const rules: Record<string, Rule> = {
  'src/core/': {
    local: ['src/core/'],
    packages: new RegExp(`${markdown.source}|^(csv-parse|csv-stringify|yaml|zod|minisearch|stemmer)$`),
  },
  'src/chat/': { local: ['src/chat/'], types: ['src/core/'], packages: markdown },
  'src/runtime/': {
    local: ['src/runtime/', 'src/core/', 'src/chat/'],
    types: ['src/store/types.ts'],
    packages: /^(node:.*|prom-client)$/,
  },
  'src/store/': {
    local: ['src/store/', 'src/chat/'],
    types: ['src/core/'],
    packages: /^(node:.*|pg|kysely)$/,
  },
  'commands/': { local: ['commands/', 'src/chat/', 'src/core/', 'src/runtime/'], packages: /^$/ },
  'src/adapters/discord/': {
    local: ['src/adapters/discord/', 'src/chat/'],
    packages: /^(discord\.js|discord-api-types|@discordjs\/.*|zod|node:.*)$/,
  },
  'src/adapters/slack/': {
    local: ['src/adapters/slack/', 'src/chat/'],
    packages: /^(@slack\/.*|hono|@hono\/node-server|zod|node:.*)$/,
  },
  'src/adapters/playground/': {
    local: ['src/adapters/playground/', 'src/chat/'],
    packages: /^(hono|@hono\/node-server|zod|node:.*)$/,
  },
};

const files = sourceFiles('src', 'commands');

describe.each(Object.entries(rules))('%s', (folder, rule) => {
  const inside = files.filter(({ path }) => path.startsWith(folder));

  test('has modules', () => expect(inside).not.toEqual([]));

  test('imports only what it may', () => {
    const broken = inside.flatMap(({ path, imports }) =>
      imports.filter((one) => !allowed(one, rule)).map(({ from }) => `${path} imports ${from}`),
    );
    expect(broken).toEqual([]);
  });
});

function allowed({ from, local, typeOnly }: Import, rule: Rule): boolean {
  if (!local) return rule.packages.test(from) || (typeOnly && markdown.test(from));
  return [...rule.local, ...(typeOnly ? (rule.types ?? []) : [])].some((folder) => from.startsWith(folder));
}

test('every source file has a rule or is part of putting the house together', () => {
  const free = files
    .map(({ path }) => path)
    .filter((path) => !Object.keys(rules).some((folder) => path.startsWith(folder)))
    .filter((path) => !/^src\/([a-z]+|cli\/([a-z]+\/)?[a-z]+)\.ts$/.test(path));
  expect(free).toEqual([]);
});

test('the pure rooms have no clock, randomness or timers of their own', () => {
  const impure =
    /\b(Date\.now|new Date\(\)|Math\.random|setTimeout|setInterval|performance\.|process\.|crypto\.|Temporal\.Now)/;
  const found = files
    .filter(({ path }) => /^(src\/core|src\/chat|commands)\//.test(path))
    .filter(({ text }) => impure.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
    .map(({ path }) => path);
  expect(found).toEqual([]);
});

test('no source file is longer than 250 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path);
  expect(long).toEqual([]);
});

test('run-time packages are exactly those that the program imports', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const used = new Set(
    files.flatMap(({ imports }) =>
      imports.filter(({ local, typeOnly }) => !local && !typeOnly).map(({ from }) => from),
    ),
  );
  const imported = [...used].filter((name) => !name.startsWith('node:')).sort();
  expect(Object.keys(dependencies).sort()).toEqual(imported);
});
