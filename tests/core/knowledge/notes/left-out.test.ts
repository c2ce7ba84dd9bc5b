import { describe, expect, test } from 'vitest';
import { read } from '../decks.ts';
import { cells } from './made.ts';

/** Why the fact makes no question among four topics that say nothing like it; undefined if it makes one. */
function reason(fact: string): string | undefined {
  const notes = `# Birds\n- Tern\n${fact.replaceAll(/^/gm, '  ')}\n- Auk\n  - a\n- Gull\n  - b\n- Skua\n  - c\n`;
  const { deck, notes: report } = read({ 'a.md': notes });
  const count = deck?.topics.reduce((sum, { questions }) => sum + questions.length, 0);
  const left = report?.leftOut.find(({ line }) => line > 2 && line < 3 + fact.split('\n').length);
  expect(count).toBe(left ? 0 : 1);
  return left?.reason;
}

describe('a fact makes no question if it', () => {
  test.each([
    ['has fewer than four words', '- dives for fish'],
    ['holds a link', '- see [the atlas](https://example.org) of migrating seabirds'],
    ['is little more than code', '- run `tern --dive --deep --fast` now'],
    ['is a question', '- why do polar migrants prefer summer?'],
    ['breaks off', '- polar migrants prefer summer because of'],
    ['breaks off', '- polar migrants prefer summer (and winter'],
    ['breaks off', '- polar migrants prefer these things ...'],
    ['is a reminder, not a fact', '- TODO ask the lecturer about polar migrants'],
    ['leans on what stands before it', '- this explains polar migration in summer'],
    ['leans on what stands before it', '- because of them, polar migrants suffer'],
    ['is only an item of a list', '- eggs seen in summer\n  - Iceland'],
    ['only lists things', '- herring, sand eels, shrimps, krill'],
    ['says too little by itself', '- can be used for many things'],
    ['names "Skua"', '- polar migrants flee from skuas in summer'],
    ['names "Tern"', '- the polar tern migrates in summer'],
    ["holds a word of its topic's name", '- called ternlike by sailors of Greenland'],
  ])('%s: %j', (expected, fact) => {
    expect(reason(fact)).toBe(expected);
  });

  test.each([
    '- flies from pole to pole each year',
    '- Why it migrates is unknown to ornithologists.',
    '- use `git stash` to put unfinished changes aside',
    '- eggs seen in summer\n  - northern Iceland and Greenland',
    '- first ringed specimen: 1914',
    '- catches herring, eels, shrimps and krill',
    '- экосистема полярных морей летом',
    '- 北極から南極まで毎年飛ぶ',
  ])('stands alone: %j', (fact) => {
    expect(reason(fact)).toBeUndefined();
  });

  test('holds an alias, however it is spelt, or is said of a sibling too', () => {
    const leftOut = (text: string) => read({ 'a.md': text }).notes?.leftOut.map((left) => left.reason);
    const keys = (fact: string) =>
      `## AWS Key Management Service (KMS)\n- ${fact}\n## AWS CloudHSM\n- rents hardware modules to banks\n`;
    expect(leftOut(keys('creates secrets in kms clusters daily'))).toEqual(['names "KMS"']);
    expect(leftOut(keys('creates secrets in cloud HSMs daily'))).toEqual(['names "AWS CloudHSM"']);
    const shared = 'is said of "AWS CloudHSM" too, or nearly so';
    expect(leftOut(keys('rents out hardware modules to most banks'))).toContain(shared);
  });

  test('says nearly what another fact of the topic says', () => {
    const text = `${cells}  - dissolves dead bacteria with strong acid\n  - dead bacteria dissolve in strong acid.\n`;
    expect(read({ 'cells.md': text }).notes?.leftOut).toEqual([
      { file: 'cells.md', line: 15, reason: 'says nearly what cells.md:14 says' },
    ]);
  });
});
