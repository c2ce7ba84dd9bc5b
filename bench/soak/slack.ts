import { garbled, type Json, pick, rubbish, spoilt } from '../../tests/fuzz/nonsense.ts';
import { Tap } from '../../tests/fuzz/tap.ts';
import { granted, startSlack } from '../../tests/servers/slack.ts';
import { controlsIn, textIn } from '../../tests/servers/slack-blocks.ts';
import type { Member } from '../../tests/servers/slack-member.ts';
import type { Seen } from '../../tests/servers/slack-world.ts';
import { someOf } from '../rounds/hall.ts';
import { isChoice } from './discord.ts';
import type { Person, Shown, Town } from './town.ts';

/** How many answers the deck's questions want that want several. */
const SEVERAL = 2;
/** Milliseconds after which people wait no more. */
const PATIENCE = 30_000;

/** The loopback Slack over Socket Mode, by way of a tap. */
export async function slackTown(): Promise<Town<Seen>> {
  // Without a history scope a tip of which nobody knows whether Slack took it counts as posted, and some would be missed here.
  const slack = await startSlack({ scopes: [...granted, 'channels:history'] });
  const address = new URL(slack.apiUrl);
  const tap = await new Tap(() => `ws://${address.host}`).listening();
  const open = slack.world.openSocket;
  Object.assign(slack.world, { openSocket: () => open().replace(`ws://${address.host}`, tap.url) });
  slack.world.patience = PATIENCE;
  // To what nobody sent the program's acknowledgement goes nowhere.
  tap.hears = (frame) => !/"envelope_id":"envelope-\d+"/.test(frame);
  let envelopes: Json[] = [];
  let rooms = 0;
  return {
    name: 'Slack',
    env: { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    async connected() {
      await slack.socket.connected();
      tap.kept = [];
      const ana = slack.member('Ana');
      const card = await ana.types('/aws shield');
      await ana.clicks(card, asShown(card).labels[0] ?? '');
      await ana.writes('shield');
      await ana.types('/studyhall help');
      envelopes = tap.kept.map((frame) => JSON.parse(frame)).filter(({ payload }) => payload !== undefined);
      tap.kept = undefined;
    },
    newRoom(people) {
      rooms += 1;
      const channel = `C${1000 + rooms}`;
      const members = Array.from({ length: people }, (_, seat) =>
        slack.member(`Person ${seat + 1}`, slack.world.team, { admin: seat === 0 }),
      );
      slack.channel(channel, { botIsIn: true, members });
      return {
        people: members.map((member) => personOf(member, channel)),
        posts: () => slack.posts(channel).map(asShown),
      };
    },
    async nonsense(random) {
      const id = `nonsense-${random()}`;
      const envelope: Json = { ...Object(pick(random, envelopes)), envelope_id: id };
      const kind = random();
      if (kind < 0.6) await tap.put(JSON.stringify(spoilt(random, envelope)));
      else await tap.put(kind < 0.8 ? garbled(random, JSON.stringify(envelope)) : rubbish(random));
    },
    faults: {
      'socket moved': () => slack.socket.disconnect('refresh_requested'),
      'posts limited': () => slack.breaks('chat.postMessage', { kind: 'limited', seconds: 2 }, 3),
      'posts broken': () => slack.breaks('chat.postMessage', { kind: 'broken', status: 503 }, 3),
      'posts cut, though taken': () => slack.breaks('chat.postMessage', { kind: 'cut', moment: 'after' }, 1),
      'edits broken': () => slack.breaks('chat.update', { kind: 'broken', status: 500 }, 3),
      'answers cut': () => slack.breaks('respond', { kind: 'cut', moment: 'before' }, 3),
    },
    async close() {
      await tap.close();
      await slack.close();
    },
  };
}

function personOf(member: Member, channel: string): Person<Seen> {
  return {
    async asks(command, words = '', options = {}) {
      const named = Object.entries(options).map(([name, value]) => `${name}:${value}`);
      const line = [`/${command}`, words, ...named].filter(Boolean).join(' ');
      return asShown(await member.types(line, channel));
    },
    presses: async ({ seen }, label) => asShown(await member.clicks(seen, label)),
    async picks({ seen }, seed) {
      const controls = controlsIn(seen.blocks);
      const boxes = controls.find(({ type }) => type === 'checkboxes');
      if (boxes) {
        const options = Array.isArray(boxes.options) ? boxes.options : [];
        const labels = someOf(options, SEVERAL, seed).map(({ text }) => String(text.text));
        return asShown(await member.ticks(seen, labels));
      }
      const [choice] = someOf(
        controls.filter(({ action_id }) => isChoice(String(action_id))),
        1,
        seed,
      );
      return asShown(await member.clicks(seen, choice ? textIn([{ text: choice.text }]) : 'a choice'));
    },
  };
}

function asShown(seen: Seen): Shown<Seen> {
  const labels = controlsIn(seen.blocks).map(({ text }) => textIn([{ text }]));
  return { id: seen.id, text: seen.text, labels, seen: { ...seen } };
}
