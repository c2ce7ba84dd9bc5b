import { expect, test } from 'vitest';
import { hall, question } from './study.ts';

test('two starts at once give one round and one polite refusal', async () => {
  const { study, ana, ben } = await hall();
  const replies = await Promise.all([ana.types('/quiz start france'), ben.types('/quiz start poland')]);
  const texts = replies.map(({ text }) => text);
  expect(texts.filter((text) => /starts here/.test(text))).toHaveLength(1);
  expect(
    texts.filter((text) => /is being played here already, started by (Ana|Ben)/.test(text)),
  ).toHaveLength(1);
  await study.sees(/Quiz:/);
  expect((await ben.types('/quiz start')).message).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'text' })]),
  );
  expect(JSON.stringify((await ben.types('/quiz start')).message)).toContain('https://chat.example/study/m1');
  await study.stop();
});

test.each([
  ['/quiz start seconds:5', /“seconds” is a whole number from 10 to 300, or none/],
  ['/quiz start seconds:none scoring:party', /Party scoring counts the seconds/],
  ['/quiz start questions:51', /“questions” is a whole number from 1 to 50/],
  ['/quiz start xylophone', /I found no topic for “xylophone”/],
  ['/quiz start rivers', /There are no questions about Rivers yet/],
  ['/quiz start portugal level:3', /There are no questions of level 3 about Portugal/],
  ['/quiz start deck:chemistry', /There is no such deck here. The decks are: Geography/],
])('%s is refused in one sentence', async (line, sentence) => {
  const { study, ana } = await hall();
  const seen = await ana.types(line);
  expect(seen.text).toMatch(sentence);
  expect(seen.by).toBe('the asker');
  expect(study.platform.calls).toEqual([]);
  await study.stop();
});

test('a place where we cannot post says so before anything begins', async () => {
  const { study } = await hall();
  const cannotPost = 'I may not post here: give me “Send Messages” in this channel, then try again.';
  const ana = study.member('Ana', { permissions: { moderates: false, manages: false, cannotPost } });
  expect((await ana.types('/quiz start france')).text).toBe(cannotPost);
  expect(await study.house.rounds.at('discord:study')).toBeUndefined();
  await study.stop();
});

test('questions that the place saw come back only when no others are left', async () => {
  const { study, ana } = await hall();
  const played: string[] = [];
  for (let round = 0; round < 2; round += 1) {
    await ana.types('/quiz start capitals questions:3 seconds:10');
    await ana.clicks(await study.sees(/Quiz:/), 'Start now');
    for (const number of [1, 2, 3]) {
      const asked = await question(study, number);
      played.push(asked.text.split('\n')[0] ?? '');
      await ana.picks(asked, asked.text.includes('two') ? 'AB' : 'A');
      await study.sees(/Right answer/);
    }
    await study.sees(/is over/);
  }
  expect(new Set(played).size).toBe(6);
  await study.stop();
});

test('a round that nobody played offers another, and nothing to practise', async () => {
  const { study, ana } = await hall();
  await ana.types('/quiz start france');
  await study.sees(/Quiz:/);
  await ana.types('/quiz stop');
  const end = await study.sees(/Nobody answered a question/);
  expect(JSON.stringify(end.message)).toContain('Play again');
  expect(JSON.stringify(end.message)).not.toContain('Practise what I missed');
  await study.stop();
});
