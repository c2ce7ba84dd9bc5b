import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../src/core/quiz/random.ts';
import type { Tally } from './tally.ts';
import type { Room, Shown } from './town.ts';

/** Milliseconds between looks at the channel. */
const LOOK = 250;
/** Milliseconds without anything new after which people click again, and after which the host ends the round. */
const AGAIN = 8000;
const ENOUGH = 180_000;
/** Milliseconds between two rounds at most. */
const BREAK = 4000;

/** Round after round in a channel, now with a time and now without, until it is time to go home. The last one is played to its end. */
export async function play<S>(room: Room<S>, name: string, tally: Tally, over: () => boolean): Promise<void> {
  const random = seeded(name);
  const [host] = room.people;
  for (let round = 0; host && !over(); round += 1) {
    await sleep(random() * BREAK);
    const seconds = round % 2 === 0 ? '10' : 'none';
    const from = room.posts().length;
    await tally.deed('rounds', () => host.asks('quiz start', undefined, { questions: 3, seconds }));
    await playOne(room, seconds === 'none', from, tally);
  }
}

async function playOne<S>(room: Room<S>, untimed: boolean, from: number, tally: Tally): Promise<void> {
  const [host] = room.people;
  let last: { id: string; at: number } | undefined;
  const began = Date.now();
  for (;;) {
    await sleep(LOOK);
    const post = room
      .posts()
      .slice(from)
      .findLast(({ labels }) => labels.length > 0);
    const now = Date.now();
    if (post?.labels.includes('Play again')) return;
    if (now - began > ENOUGH) {
      await tally.deed('rounds stopped', async () => host?.asks('quiz stop'));
      return;
    }
    if (!post && now - began > AGAIN) return; // it was not started
    if (!post || (last?.id === post.id && now - last.at < AGAIN)) continue;
    last = { id: post.id, at: now };
    await act(room, post, untimed, tally);
  }
}

/** What people do about a message. */
async function act<S>(room: Room<S>, post: Shown<S>, untimed: boolean, tally: Tally): Promise<void> {
  const { people } = room;
  const [host] = people;
  const presses = (label: string) => tally.deed(label, async () => host?.presses(post, label));
  if (post.labels.includes('Start now')) {
    await Promise.all(people.map((person) => tally.deed('joins', () => person.presses(post, 'I’m in'))));
    await presses('Start now');
  } else if (post.labels.includes('Next')) {
    if (untimed) await presses('Next');
  } else {
    await Promise.all(people.map((person, seat) => tally.deed('answers', () => person.picks(post, seat))));
    await Promise.all(
      people.slice(-1).map((person) => tally.deed('answers changed', () => person.picks(post, 0))),
    );
    if (untimed) await presses('Reveal');
  }
}
