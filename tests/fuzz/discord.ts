import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../src/core/quiz/random.ts';
import { startDiscord } from '../servers/discord.ts';
import type { Attack } from './attack.ts';
import { afterTheLast } from './last.ts';
import { garbled, type Json, pick, rubbish, spoilt, WORDS } from './nonsense.ts';
import { count } from './subject.ts';
import { Tap } from './tap.ts';

const TOPIC = 'addition';
/** Dispatches of which discord.js keeps something, or that we never asked for. */
const others = ['CHANNEL_UPDATE', 'GUILD_DELETE', 'THREAD_CREATE', 'MESSAGE_CREATE', 'NO_SUCH_EVENT', ''];

/** Gateway events and interactions: the real client, connected to the loopback Discord by way of a tap. */
export async function discordAttack(): Promise<Attack> {
  const tap = await new Tap(() => discord.gateway.url).listening();
  const discord = await startDiscord({ gatewayUrl: tap.url });
  const ana = discord.member('Ana');
  const outcomes = new Map<string, number>();
  let events: Json[] = [];
  let beats = 0;
  let beaten = () => {};
  tap.hears = (frame) => {
    const isBeat = frame.startsWith('{"op":1,');
    if (isBeat) beaten();
    return isBeat && beats > 0;
  };

  /** One of many members in one of many places, so that few of them ask too much. */
  const anybody = (random: Random, event: Json): Json => {
    const [who, where] = [500, 50].map((most) => 10_000 + Math.floor(random() * most));
    const text = JSON.stringify(event).replaceAll(`"${ana.id}"`, `"${who}"`);
    return JSON.parse(text.replaceAll(`"${discord.channel.id}"`, `"${where}"`));
  };
  const dispatch = (t: Json, d: Json): Json => ({ op: 0, t, s: 1, d });
  const frame = (random: Random): string => {
    const event = anybody(random, pick(random, events));
    const kind = random();
    if (kind < 0.0005) return '{"op":7,"d":null}'; // connect again, and resume
    if (kind < 0.6) return JSON.stringify(dispatch('INTERACTION_CREATE', spoilt(random, event)));
    if (kind < 0.7) return JSON.stringify(dispatch('INTERACTION_CREATE', event));
    if (kind < 0.8) return garbled(random, JSON.stringify(dispatch('INTERACTION_CREATE', event)));
    if (kind < 0.9) return JSON.stringify(dispatch(pick(random, others), spoilt(random, event)));
    if (kind < 0.95)
      return JSON.stringify({
        op: pick(random, [2, 3, 5, 8, 12, 99, -1, 1.5, 'x', null]),
        d: spoilt(random, event),
      });
    return rubbish(random);
  };

  const keepStep = async () => {
    beats += 1;
    const beat = new Promise<void>((resolve) => {
      beaten = resolve;
    });
    do await tap.put('{"op":1,"d":null}');
    while (!(await Promise.race([beat.then(() => true), sleep(1000)])));
    beats -= 1;
    await tap.put('{"op":11}');
  };

  return {
    name: 'Discord',
    env: { DISCORD_TOKEN: discord.settings.token, DISCORD_API_URL: discord.apiUrl },
    secrets: [discord.settings.token, WORDS],
    ready: /Discord: connected as/,
    outcomes,
    wrong: [],
    async prepare() {
      tap.kept = [];
      const card = await ana.types('sums', { question: TOPIC });
      await ana.clicks(card, card.controls[0] ?? '');
      const solo = await ana.types('quiz solo', { topic: TOPIC });
      await ana.clicks(solo, solo.controls[0] ?? '');
      await ana.isOffered('sums', 'question', 'add');
      await ana.picksInMenu('Look this up', { content: `${WORDS} ${TOPIC}` });
      const help = await ana.types('studyhall help');
      const form = await ana.opensBy(help, 'Look something up');
      await ana.fills(form, { question: TOPIC });
      await ana.alone.types('sums', { question: `${WORDS} ${TOPIC}` });
      events = tap.kept.flatMap((kept) => {
        const { t, d }: { t: unknown; d: Json } = JSON.parse(kept);
        return t === 'INTERACTION_CREATE' ? [d] : [];
      });
      tap.kept = undefined;
    },
    async send(random) {
      await tap.put(frame(random));
      count(outcomes, 'frames');
    },
    keepStep,
    async settle() {
      await keepStep();
      await afterTheLast(discord.requests, outcomes);
    },
    async ask() {
      return (await discord.member('Ben').types('sums', { question: TOPIC })).text;
    },
    async close() {
      await tap.close();
      await discord.close();
    },
  };
}
