import { message, metadata, Refusal, text, view } from './slack-arguments.ts';
import type { Json } from './slack-blocks.ts';
import { lookups } from './slack-lookups.ts';
import type { World } from './slack-world.ts';

export interface Rule {
  token: 'bot' | 'app';
  scope?: string | ((args: Json, world: World) => string);
  call(args: Json, world: World): Json;
}

/** The methods of the Web API that the app may call. */
export const methods: Readonly<Record<string, Rule>> = {
  ...lookups,
  'auth.test': {
    token: 'bot',
    call: (_, world) => ({
      user: 'studyhall',
      user_id: world.bot,
      bot_id: world.botId,
      team: 'Study group',
      team_id: world.team,
      url: 'https://study.slack.com/',
    }),
  },
  'apps.connections.open': { token: 'app', call: (_, world) => ({ url: world.openSocket() }) },
  'chat.postMessage': {
    token: 'bot',
    scope: 'chat:write',
    call: (args, world) => {
      const { id } = world.writable(text(args.channel));
      const { ts } = world.post({
        ...message(args),
        channel: id,
        thread: args.thread_ts,
        metadata: metadata(args.metadata),
      });
      return { channel: id, ts };
    },
  },
  'chat.postEphemeral': {
    token: 'bot',
    scope: 'chat:write',
    call: (args, world) => {
      const { id, members } = world.writable(text(args.channel));
      const user = text(args.user);
      if (!members.has(user)) throw new Refusal('user_not_in_channel');
      const { ts } = world.post({ ...message(args), channel: id, thread: args.thread_ts, only: user });
      return { message_ts: ts };
    },
  },
  'chat.update': {
    token: 'bot',
    scope: 'chat:write',
    call: (args, world) => {
      const words = message(args);
      if (Buffer.byteLength(words.text) > 4000) throw new Refusal('msg_too_long');
      const seen = world.ours(text(args.channel), text(args.ts));
      if (world.editWindowClosed) throw new Refusal('edit_window_closed');
      if (world.channelFor(text(args.channel)).archived) throw new Refusal('is_inactive');
      world.edit(seen, words);
      return { channel: seen.channel, ts: seen.id, text: words.text };
    },
  },
  'chat.delete': {
    token: 'bot',
    scope: 'chat:write',
    call: (args, world) => {
      const seen = world.ours(text(args.channel), text(args.ts));
      world.remove(seen);
      return { channel: seen.channel, ts: seen.id };
    },
  },
  'files.getUploadURLExternal': {
    token: 'bot',
    scope: 'files:write',
    call: (args, world) => world.expectFile(text(args.filename), Number(args.length)),
  },
  'files.completeUploadExternal': {
    token: 'bot',
    scope: 'files:write',
    call: (args, world) => {
      // A member's id is not taken: https://github.com/slackapi/bolt-js/issues/2115
      if (!/^[CGDZ]/.test(text(args.channel_id))) throw new Refusal('invalid_arguments');
      const { id } = world.writable(text(args.channel_id));
      const files = world.arrivedFiles(args.files);
      for (const file of files) world.post({ text: '', blocks: [], channel: id, file });
      return { files: files.map(({ name }) => ({ title: name })) };
    },
  },
  'views.publish': {
    token: 'bot',
    call: (args, world) => ({ view: world.show(text(args.user_id), 'home', view(args, 'home')) }),
  },
  'views.open': {
    token: 'bot',
    call: (args, world) => {
      const { user } = world.passes.useTrigger(text(args.trigger_id));
      return { view: world.show(user, 'open', view(args, 'modal')) };
    },
  },
  'views.push': {
    token: 'bot',
    call: (args, world) => {
      const { user, inModal } = world.passes.useTrigger(text(args.trigger_id));
      if (!inModal) throw new Refusal('invalid_trigger_id');
      return { view: world.show(user, 'push', view(args, 'modal')) };
    },
  },
  'views.update': {
    token: 'bot',
    call: (args, world) => ({ view: world.change(text(args.view_id), view(args, 'modal')) }),
  },
};
