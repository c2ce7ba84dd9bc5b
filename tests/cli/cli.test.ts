import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sumsFolder } from '../crash/deck.ts';
import { granted } from '../servers/slack.ts';
import { cli } from './run.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('ask', () => {
  test('answers in the terminal', async () => {
    const { code, out } = await cli(['ask', 'sheild']);
    expect(code).toBe(0);
    expect(out).toMatch(/^AWS Shield\n\n/);
    expect(out).toContain('See also: ');
  });

  test('asks back with a list, and for words where there are none', async () => {
    expect((await cli(['ask', 'key'])).out).toMatch(/^Which of these do you mean by “key”\?\n\n- .+\n- /);
    expect(await cli(['ask'])).toEqual({
      code: 1,
      out: '',
      err: 'Ask something: npm run -s ask -- shield vs waf\n',
    });
  });

  test('--json prints one line with query, verdict and results, and nothing else', async () => {
    const { out } = await cli(['ask', '--json', 'shield', 'vs', 'waf']);
    expect(out.split('\n')).toHaveLength(2);
    expect(JSON.parse(out)).toEqual({
      query: 'shield vs waf',
      verdict: 'exact',
      results: [
        { topic: 'shield', score: expect.any(Number), why: 'comparison' },
        { topic: 'waf', score: expect.any(Number), why: 'comparison' },
      ],
    });
  });

  test('--json of a category has all its topics', async () => {
    const { verdict, results } = JSON.parse((await cli(['ask', '--json', 'threat', 'detection'])).out);
    expect(verdict).toBe('exact');
    expect(results.map(({ why }: { why: string }) => why)).toEqual(results.map(() => 'category'));
    expect(results.length).toBeGreaterThan(2);
  });

  test('--batch prints a line for each line of input, in order, blank ones too', async () => {
    const { out } = await cli(['ask', '--batch'], {
      input: 'kms\n\nsheild\r\n\u2028pizza\u2029 dough\r\0\nwaf',
    });
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ verdict, results }) => (verdict === 'none' ? 'none' : results[0].topic))).toEqual([
      'kms',
      'none',
      'shield',
      'none',
      'waf',
    ]);
    expect(answers[1]).toEqual({ query: '', verdict: 'none', results: [] });
    expect((await cli(['ask', '--batch'])).out).toBe('');
  });

  test('--knowledge takes notes, a deck or a folder of decks', async () => {
    await writeFile(
      join(folder, 'cells.md'),
      '# Cells\n\n## Ribosome\n- makes proteins\n\n## Nucleus\n- keeps the DNA\n',
    );
    for (const path of [folder, join(folder, 'cells.md')])
      expect((await cli(['ask', '--knowledge', path, 'ribosome'])).out).toMatch(
        /^Ribosome\n\nmakes proteins\n/,
      );
    await mkdir(join(folder, 'all/one'), { recursive: true });
    await writeFile(
      join(folder, 'all/one/rome.md'),
      '## Caesar\n- crossed the Rubicon\n\n## Augustus\n- was emperor\n',
    );
    expect((await cli(['ask', '--knowledge', join(folder, 'all'), 'ceasar'])).out).toMatch(/^Caesar\n/);
    // As DATA_DIR/knowledge often is: notes, and decks besides.
    await writeFile(join(folder, 'all/greece.md'), '## Pericles\n- led Athens\n\n## Solon\n- made laws\n');
    for (const name of ['Pericles', 'Caesar'])
      expect((await cli(['ask', '--knowledge', join(folder, 'all'), name])).out).toMatch(`${name}\n`);
  });

  test('says in one sentence what is wrong with what it was given', async () => {
    expect(await cli(['ask', '--knowledge', folder, 'x'])).toEqual({
      code: 1,
      out: '',
      err: `There is no deck in ${folder}. Put one there.\n`,
    });
    const missing = await cli(['ask', '--knowledge', join(folder, 'nowhere'), 'x']);
    expect([missing.code, missing.err]).toEqual([1, `There is nothing at ${join(folder, 'nowhere')}.\n`]);
    await writeFile(join(folder, 'bad.md'), '---\nname: [\n---\n');
    const bad = await cli(['ask', '--knowledge', folder, 'x']);
    expect(bad.err).toMatch(/\/bad\.md:\d+ error: .+\nNo deck could be read: mend the errors above\.\n$/);
    expect((await cli(['ask', '--nonsense'])).code).toBe(1);
  });
});

describe('check', () => {
  test('prints figures, and finds nothing in the shipped deck', async () => {
    const { code, out } = await cli(['check'], { env: { DATA_DIR: folder } });
    expect(code).toBe(0);
    expect(out).toMatch(/^aws: \d+ topics, \d+ facts, \d+ questions, \d+ tips, /);
    expect(out).toMatch(/\naws: questions: \d+ one of four, \d+ true or false, \d+ choose TWO/);
    expect(out).toMatch(/\naws: questions: \d+ scenarios, \d+ that tell neighbours apart\n/);
    expect(out).toMatch(/\naws: questions: \d+ level 1, .*\naws: questions: \d+ task 2\.1, /);
    expect(out).toMatch(/\naws: 0 errors, 0 warnings\n$/);
  });

  test('prints all findings with file and line, and fails on errors', async () => {
    await writeFile(join(folder, 'deck.yaml'), 'name: Test\ncolour: red\n');
    await writeFile(
      join(folder, 'a.md'),
      '---\nname: A\n---\nText.\n\n## Questions\n### Which?\n\n- [ ] B\n- [ ] C\n',
    );
    const { code, out } = await cli(['check', '--knowledge', folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/deck\.yaml:2 warning: /);
    expect(out).toMatch(/a\.md:7 error: /);
    expect(out).toMatch(/: 1 error, \d+ warnings?\n$/);
  });

  test('says what became of each fact of plain notes', async () => {
    const notes = join(folder, 'birds.md');
    await writeFile(notes, '# Tern\n- flies from pole to pole\n- dives\n# Auk\n- breeds on granite cliffs\n');
    const { code, out } = await cli(['check', '--knowledge', notes]);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'birds/birds.md:3 no question: it has fewer than four words.',
      'birds: notes: 2 topics, 3 facts, 2 questions made, 1 fact left out',
    ]);
  });
});

describe('publish:slack', () => {
  const env = { KNOWLEDGE_DIR: sumsFolder() };
  const publish = (...args: string[]) => cli(['publish:slack', ...args], { env });

  test('prints a manifest with all commands, for Socket Mode or for HTTP', async () => {
    const socket = JSON.parse((await publish()).out);
    expect(socket.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([
      '/sums',
      '/quiz',
      '/tips',
      '/studyhall',
    ]);
    expect(socket.settings.socket_mode_enabled).toBe(true);
    const http = JSON.parse((await publish('--url', 'https://hall.example')).out);
    expect(http.settings.event_subscriptions.request_url).toBe('https://hall.example/slack/events');
    expect(http.settings.socket_mode_enabled).toBe(false);
  });

  test('asks for history scopes only when told to, and never to post where it is no member', async () => {
    const scopes = async (...args: string[]) =>
      JSON.parse((await publish(...args)).out).oauth_config.scopes.bot;
    expect(await scopes()).toEqual(granted);
    expect(await scopes('--history')).toContain('channels:history');
  });

  test('prints the link that creates the app', async () => {
    const { out } = await publish('--link');
    expect(JSON.parse(new URL(out).searchParams.get('manifest_json') ?? '').display_information.name).toBe(
      'Studyhall',
    );
  });

  test('refuses an address that Slack would refuse', async () => {
    expect((await publish('--url', 'http://x')).err).toMatch(/begins with https:/);
  });
});

describe('without tokens', () => {
  test('publish:discord says what it needs', async () => {
    expect(await cli(['publish:discord'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Set DISCORD_TOKEN first/),
    });
  });

  test('an unknown command and wrong settings are said in a sentence', async () => {
    expect((await cli(['sing'])).err).toMatch(/^There is no command "sing": use one of ask, /);
    expect((await cli(['reports'], { env: { PORT: 'x' } })).err).toBe(
      'The settings have mistakes:\nPORT is a port number.\n',
    );
  });
});
