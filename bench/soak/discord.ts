import { setTimeout as sleep } from 'node:timers/promises';
import { garbled, type Json, pick, rubbish, spoilt } from '../../tests/fuzz/nonsense.ts';
import { Tap } from '../../tests/fuzz/tap.ts';
import { startDiscord } from '../../tests/servers/discord.ts';
import type { Failing } from '../../tests/servers/discord-faults.ts';
import type { Member } from '../../tests/servers/discord-member.ts';
import { Refusal } from '../../tests/servers/discord-refusal.ts';
import { controlsOf, type Seen } from '../../tests/servers/discord-seen.ts';
import { someOf } from '../rounds/hall.ts';
import type { Person, Shown, Town } from './town.ts';

/** The option that takes words, by command. */
const wordy: Readonly<Record<string, string>> = { aws: 'question', 'quiz solo': 'topic' };

/** The loopback Discord, by way of a tap. */
export async function discordTown(): Promise<Town<Seen>> {
  const tap = await new Tap(() => discord.gateway.url).listening();
  const discord = await startDiscord({ gatewayUrl: tap.url });
  let events: Json[] = [];
  const fails = (request: string, failing: Failing) => () => void discord.failing.set(request, failing);
  const limited = new Refusal(429, 0, 'You are being rate limited.');
  const broken = new Refusal(502, 0, 'Bad Gateway');
  return {
    name: 'Discord',
    env: { DISCORD_TOKEN: discord.settings.token, DISCORD_API_URL: discord.apiUrl },
    async connected() {
      await discord.until(() => discord.registered().length > 0);
      while (discord.gateway.connections === 0) await sleep(10);
      tap.kept = [];
      const ana = discord.member('Ana');
      const card = await ana.types('aws', { question: 'shield' });
      await ana.clicks(card, card.controls[0] ?? '');
      await ana.isOffered('aws', 'question', 'sh');
      await ana.types('studyhall help');
      events = tap.kept.map((frame) => JSON.parse(frame)).filter(({ t }) => t === 'INTERACTION_CREATE');
      tap.kept = undefined;
    },
    newRoom(people) {
      const channel = discord.newChannel();
      const members = Array.from({ length: people }, (_, seat) =>
        discord.member(`Person ${seat + 1}`, { channel, may: seat === 0 ? ['ManageGuild'] : [] }),
      );
      return {
        people: members.map(personOf),
        posts: () =>
          members[0]
            ?.sees()
            .filter((seen) => !seen.private)
            .map(asShown) ?? [],
      };
    },
    async nonsense(random) {
      const event = pick(random, events);
      const kind = random();
      if (kind < 0.6) await tap.put(JSON.stringify(spoilt(random, event)));
      else await tap.put(kind < 0.8 ? garbled(random, JSON.stringify(event)) : rubbish(random));
    },
    faults: {
      'gateway cut': () => discord.gateway.cut(4000),
      'gateway asks to reconnect': () => tap.put('{"op":7,"d":null}'),
      'session invalid': () => tap.put('{"op":9,"d":false}'),
      'posts limited': fails('POST /channels/', { refusal: limited, retryAfter: 2, times: 4 }),
      'all limited': fails('POST /channels/', { refusal: limited, retryAfter: 3, global: true, times: 1 }),
      'posts broken': fails('POST /channels/', { refusal: broken, times: 4 }),
      'posts cut, though taken': fails('POST /channels/', { effect: true, times: 2 }),
      'posts without an answer': fails('POST /channels/', { silent: true, times: 2 }),
      'edits broken': fails('PATCH /channels/', { refusal: broken, times: 3 }),
      'answers broken': fails('POST /interactions/', { refusal: broken, times: 3 }),
    },
    async close() {
      await tap.close();
      await discord.close();
    },
  };
}

function personOf(member: Member): Person<Seen> {
  return {
    async asks(command, words, options = {}) {
      const named = words === undefined ? {} : { [wordy[command] ?? 'question']: words };
      return asShown(await member.types(command, { ...named, ...options }));
    },
    presses: async ({ seen }, label) => asShown(await member.clicks(seen, label)),
    async picks({ seen }, seed) {
      const controls = controlsOf(seen.posted.body);
      const select = controls.find(({ type }) => type === 3);
      if (select?.type === 3) {
        const labels = select.options.map(({ label }) => label);
        return asShown(await member.picks(seen, ...someOf(labels, select.max_values ?? 1, seed)));
      }
      const choices = controls.filter((one) => 'custom_id' in one && isChoice(one.custom_id));
      const [choice] = someOf(choices, 1, seed);
      return asShown(await member.clicks(seen, choice?.type === 2 ? choice.label : 'a choice'));
    },
  };
}

/** Of a question that a group, or somebody alone, is asked. */
export function isChoice(action: string): boolean {
  return /^quiz:(answer|pick)/.test(action);
}

function asShown(seen: Seen): Shown<Seen> {
  return { id: seen.posted.id, text: seen.text, labels: seen.controls, seen };
}
