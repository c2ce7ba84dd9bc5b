import { expect, test } from 'vitest';
import { sumsFolder } from '../crash/deck.ts';
import { discordHere } from '../servers/here.ts';
import { cli } from './run.ts';

test('publish:discord prints what changes before it writes, and running it again changes nothing', async () => {
  const { discord, env: told } = await discordHere();
  const env = { ...told, KNOWLEDGE_DIR: sumsFolder() };
  const first = await cli(['publish:discord'], { env });
  expect(first).toEqual({
    code: 0,
    out: '+ /sums\n+ /quiz\n+ /tips\n+ /studyhall\n+ "Look this up" in the menu of a message\n',
    err: '',
  });
  expect(discord.registered().map(({ name }) => name)).toEqual([
    'sums',
    'quiz',
    'tips',
    'studyhall',
    'Look this up',
  ]);
  const again = await cli(['publish:discord'], { env });
  expect(again).toEqual({ code: 0, out: 'Nothing to change.\n', err: '' });
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});
