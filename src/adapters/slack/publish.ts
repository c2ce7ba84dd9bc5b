import type { Chat, Log } from '../../chat/chat.ts';
import type { Command } from '../../chat/command.ts';
import { usageOf } from '../../chat/options.ts';
import { MENU } from './events.ts';
import { limits } from './limits.ts';
import { shorten } from './split.ts';
import { requestPath } from './web.ts';

/** A permission that the app asks for, and what it is needed for. */
export interface Scope {
  scope: string;
  reason: string;
  /** What does not work without it. */
  without: string;
  /** Asked for only where the host wants the app to find its own messages again. */
  history?: true;
}

/** Every permission there is, once: the manifest, the doctor and the README come from it. */
export const scopes: readonly Scope[] = [
  {
    scope: 'commands',
    reason: 'to answer slash commands and “Look this up” in the menu of a message',
    without: 'slash commands and “Look this up” do nothing',
  },
  {
    scope: 'chat:write',
    reason: 'to play rounds in channels, and to answer mentions and direct messages',
    without: 'it posts nothing: no rounds, no tips, no answers to mentions and direct messages',
  },
  {
    scope: 'app_mentions:read',
    reason: 'to see messages that mention it, and no others',
    without: 'it does not answer where it is mentioned',
  },
  {
    scope: 'im:history',
    reason: 'to receive what members write to it directly',
    without: 'it does not answer direct messages',
  },
  {
    scope: 'channels:read',
    reason: 'to see, before a round starts, whether it can post in that channel',
    without: 'a round is begun also where it cannot be posted, and pauses at once',
  },
  {
    scope: 'groups:read',
    reason: 'the same in private channels that it was invited to',
    without: 'a round is begun also in private channels where it cannot be posted, and pauses at once',
  },
  {
    scope: 'users:read',
    reason: 'to see who is an admin or owner of the workspace',
    without: 'nobody counts as an admin: tips and settings of channels cannot be changed',
  },
  {
    scope: 'files:write',
    reason: 'to hand members their own data as a file',
    without: 'members get their own data as messages, not as a file',
  },
  {
    scope: 'channels:history',
    reason: 'to find its own message again when it is unsure whether it was posted',
    without: 'it cannot tell whether a message whose sending was cut short was posted',
    history: true,
  },
  {
    scope: 'groups:history',
    reason: 'the same in private channels that it was invited to',
    without: 'it cannot tell whether such a message was posted in a private channel',
    history: true,
  },
];

export interface ManifestOptions {
  /** `socket`, or the public address of the web server for HTTP requests. */
  mode: 'socket' | { url: string };
  /** Also asks for the scopes marked `history`. Default false. */
  history?: boolean;
}

const app = {
  name: 'Studyhall',
  description: 'A study companion for your group: ask it, and get the answer.',
  color: '#2b4c7e',
};

/** The app's manifest: https://docs.slack.dev/reference/app-manifest */
export function manifest(commands: readonly Command[], { mode, history = false }: ManifestOptions): object {
  const url = mode === 'socket' ? undefined : new URL(requestPath, mode.url).href;
  return {
    display_information: { name: app.name, description: app.description, background_color: app.color },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: app.name, always_online: true },
      slash_commands: commands.map((command) => ({
        command: `/${command.name}`,
        description: command.summary,
        ...(url && { url }),
        ...usageHint(command),
        should_escape: false,
      })),
      shortcuts: commands.flatMap(({ name, summary, menu }) =>
        menu
          ? [
              {
                name: shorten(menu.label, limits.shortcutName),
                type: 'message',
                callback_id: MENU + name,
                description: shorten(summary, limits.shortcutDescription),
              },
            ]
          : [],
      ),
    },
    oauth_config: {
      scopes: { bot: scopes.filter((one) => history || !one.history).map(({ scope }) => scope) },
    },
    settings: {
      event_subscriptions: {
        ...(url && { request_url: url }),
        bot_events: ['app_mention', 'message.im', 'app_home_opened', 'app_uninstalled'],
      },
      interactivity: { is_enabled: true, ...(url && { request_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

/** A link that opens Slack's “create an app” with a manifest filled in. https://docs.slack.dev/app-manifests */
export function createFromManifestLink(manifest: object): string {
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;
}

/** The scopes that the app cannot do without and was not given; none where Slack, or a proxy before it, does not say what was given. */
export function missingScopes(given: readonly string[] | undefined): Scope[] {
  return given ? scopes.filter(({ scope, history }) => !history && !given.includes(scope)) : [];
}

/** Says which commands are new whenever they change: Slack takes new slash commands from the manifest alone. */
export function tellNewCommands(chat: Chat, log: Log): void {
  let known = new Set(chat.commands().map(({ name }) => name));
  chat.onChange(() => {
    const names = chat.commands().map(({ name }) => name);
    const added = names.filter((name) => !known.has(name));
    known = new Set(names);
    if (added.length === 0) return;
    const listed = added.map((name) => `/${name}`).join(', ');
    log.info(
      { platform: 'slack', commands: added },
      `Slack does not know ${listed} yet: paste the manifest that \`npm run -s publish:slack\` prints into the app's settings. Until then ${added.map((name) => `/studyhall ${name}`).join(', ')} works.`,
    );
  });
}

function usageHint(command: Command): { usage_hint?: string } {
  const usage = command.subcommands
    ? command.subcommands.map(({ name }) => name).join(' | ')
    : usageOf(command.options);
  return usage === '' ? {} : { usage_hint: shorten(usage, limits.usageHint) };
}
