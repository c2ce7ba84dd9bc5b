import { blockFaults, type Json } from './slack-blocks.ts';
import type { World } from './slack-world.ts';

/** A call that Slack refuses: its error code. */
export class Refusal extends Error {
  readonly more: Json;
  constructor(code: string, more: Json = {}) {
    super(code);
    this.more = more;
  }
}

type Method = (args: Json, world: World) => Json;

interface Rule {
  token: 'bot' | 'app';
  scope?: string;
  call: Method;
}

/** The methods of the Web API that the app may call. */
export const methods: Readonly<Record<string, Rule>> = {
  'auth.test': {
    token: 'bot',
    call: (_, world) => ({
      user: 'studyhall',
      user_id: world.bot,
      bot_id: 'B1',
      team: 'Study group',
      team_id: world.team,
    }),
  },
  'apps.connections.open': { token: 'app', call: (_, world) => ({ url: world.openSocket() }) },
  'chat.postMessage': {
    token: 'bot',
    scope: 'chat:write',
    call: (args, world) => {
      const channel = world.channelFor(text(args.channel));
      if (!channel.botIsIn) throw new Refusal('not_in_channel');
      return {
        channel: channel.id,
        ts: world.post({ ...message(args), channel: channel.id, thread: args.thread_ts }),
      };
    },
  },
  'chat.postEphemeral': {
    token: 'bot',
    scope: 'chat:write',
    call: (args, world) => {
      const channel = world.channelFor(text(args.channel));
      if (!channel.botIsIn) throw new Refusal('not_in_channel');
      if (!channel.members.has(text(args.user))) throw new Refusal('user_not_in_channel');
      const ts = world.post({
        ...message(args),
        channel: channel.id,
        thread: args.thread_ts,
        only: text(args.user),
      });
      return { message_ts: ts };
    },
  },
  'views.publish': {
    token: 'bot',
    call: (args, world) => ({ view: world.show(text(args.user_id), 'home', view(args, 'home')) }),
  },
  'views.open': {
    token: 'bot',
    call: (args, world) => {
      const { user } = world.useTrigger(text(args.trigger_id));
      return { view: world.show(user, 'open', view(args, 'modal')) };
    },
  },
  'views.push': {
    token: 'bot',
    call: (args, world) => {
      const { user, inModal } = world.useTrigger(text(args.trigger_id));
      if (!inModal) throw new Refusal('invalid_trigger_id');
      return { view: world.show(user, 'push', view(args, 'modal')) };
    },
  },
  'views.update': {
    token: 'bot',
    call: (args, world) => ({ view: world.change(text(args.view_id), view(args, 'modal')) }),
  },
};

/**
 * Checks a message as every way of sending one does.
 *
 * @throws Refusal with Slack's code
 */
export function message(args: Json): { text: string; blocks: Json[] } {
  const said = text(args.text ?? '');
  const blocks = json(args.blocks ?? []);
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  if (said === '' && blocks.length === 0) throw new Refusal('no_text');
  if (said.length > 40_000) throw new Refusal('msg_too_long');
  if (/<[!@#]/.test(said)) throw new Refusal('it_pings');
  const faults = blockFaults(blocks, 'message');
  if (faults.length > 0) throw new Refusal('invalid_blocks', { response_metadata: { messages: faults } });
  return { text: said, blocks };
}

function view(args: Json, type: 'modal' | 'home'): Json & { blocks: Json[] } {
  const given = json(args.view);
  if (typeof given !== 'object' || given === null) throw new Refusal('invalid_arguments');
  const shown: Json = { ...given };
  const blocks = Array.isArray(shown.blocks) ? shown.blocks : [];
  const faults = blockFaults(blocks, type);
  if (shown.type !== type) faults.push('type of view');
  if (type === 'modal' && !(titleLength(shown.title) >= 1 && titleLength(shown.title) <= 24))
    faults.push('title');
  if (String(shown.private_metadata ?? '').length > 3000) faults.push('private_metadata');
  if (blocks.some((block) => block.type === 'input') && !shown.submit) faults.push('submit');
  if (faults.length > 0) throw new Refusal('invalid_arguments', { response_metadata: { messages: faults } });
  return { ...shown, blocks };
}

function titleLength(title: unknown): number {
  return typeof title === 'object' && title !== null && 'text' in title ? String(title.text).length : 0;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal('invalid_arguments');
  return value;
}

/** The Web API takes JSON values as strings in a form, response URLs as they are. */
function json(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}
