import { setTimeout as sleep } from 'node:timers/promises';
import { GRACE } from '../../src/core/quiz/times.ts';
import type { Channel } from '../../tests/servers/discord-channels.ts';
import type { Member } from '../../tests/servers/discord-member.ts';
import { controlsOf, type Seen } from '../../tests/servers/discord-seen.ts';
import type { LimitedDiscord } from './discord.ts';

/** As many as there can be: it lasts longer than it is watched. */
const QUESTIONS = 50;
/** Milliseconds for each message to be read. With the grace of a reveal it makes two messages in as many seconds: a channel takes five in five. */
const READING = 200;

/**
 * Two people play a round without a time.
 *
 * @returns milliseconds that each answer came later than it was due, which is a fixed time after the press on "Reveal"
 */
export async function play(
  discord: LimitedDiscord,
  channel: Channel,
  over: () => boolean,
): Promise<number[]> {
  const host = discord.member('Ana', { channel });
  const guest = discord.member('Ben', { channel });
  const waits: number[] = [];
  let posts = 0;
  const posted = async () => {
    posts += 1;
    await discord.until(() => discord.postsIn(channel.id).length >= posts);
    return discord.postsIn(channel.id)[posts - 1] ?? Number.NaN;
  };

  await host.types('quiz start', { questions: QUESTIONS, seconds: 'none' });
  await posted();
  for (const player of [host, guest]) await player.clicks(lastPost(host), 'I’m in');
  await host.clicks(lastPost(host), 'Start now');
  await posted();
  while (!over()) {
    await answer(host, lastPost(host));
    await sleep(READING);
    const pressed = performance.now();
    const [shown] = await Promise.all([posted(), host.clicks(lastPost(host), 'Reveal')]);
    waits.push(shown - pressed - GRACE);
    await sleep(READING);
    await Promise.all([posted(), host.clicks(lastPost(host), 'Next')]);
  }
  return waits;
}

/** Picks the first choices. */
async function answer(member: Member, question: Seen): Promise<void> {
  const controls = controlsOf(question.body);
  const select = controls.find(({ type }) => type === 3);
  if (select?.type === 3) {
    const picked = select.options.slice(0, select.max_values ?? 1).map(({ label }) => label);
    await member.picks(question, ...picked);
  } else {
    const [first] = controls;
    await member.clicks(question, first?.type === 2 ? first.label : '');
  }
}

function lastPost(member: Member): Seen {
  const post = member.sees().findLast((seen) => !seen.private && seen.controls.length > 0);
  if (!post) throw new Error('Nothing was posted.');
  return post;
}
