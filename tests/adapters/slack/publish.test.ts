import { describe, expect, test } from 'vitest';
import { createFromManifestLink, manifest, scopes } from '../../../src/adapters/slack/publish.ts';
import { testCommands } from './commands.ts';

describe('the manifest', () => {
  test('has a slash command for each command, with its options', () => {
    expect(manifest(testCommands, { mode: 'socket' })).toMatchObject({
      features: {
        slash_commands: [
          {
            command: '/look',
            description: 'Looks something up',
            usage_hint: '[question] [--public]',
            should_escape: false,
          },
          { command: '/quiz', usage_hint: 'topic:… [questions:…] [--hard] [mode:…]' },
          { command: '/round', description: 'Rounds for the group', usage_hint: 'start | stop' },
        ],
        shortcuts: [{ name: 'Look this up', type: 'message', callback_id: 'menu:look' }],
      },
    });
  });

  test('over Socket Mode names no address', () => {
    const made = manifest(testCommands, { mode: 'socket' });
    expect(made).toMatchObject({ settings: { socket_mode_enabled: true } });
    expect(JSON.stringify(made)).not.toContain('url');
  });

  test('is told what is said to the app, and when the workspace removes it', () => {
    expect(manifest([], { mode: 'socket' })).toMatchObject({
      settings: {
        event_subscriptions: {
          bot_events: ['app_mention', 'message.im', 'app_home_opened', 'app_uninstalled'],
        },
      },
    });
  });

  test('over HTTP sends everything to one address', () => {
    const made = JSON.stringify(manifest(testCommands, { mode: { url: 'https://bot.example' } }));
    const addresses = [...made.matchAll(/url":"([^"]*)"/g)].map(([, url]) => url);
    expect(addresses).toHaveLength(testCommands.length + 2);
    expect(new Set(addresses)).toEqual(new Set(['https://bot.example/slack/events']));
  });

  test('asks for history only when told to, and never for channels it was not invited to', () => {
    const asked = (history: boolean) => JSON.stringify(manifest([], { mode: 'socket', history }));
    expect(asked(false)).not.toContain('channels:history');
    expect(asked(true)).toContain('channels:history');
    expect(scopes.map(({ scope }) => scope)).not.toContain('chat:write.public');
  });

  test('fits into a link', () => {
    const made = manifest(testCommands, { mode: 'socket' });
    const link = new URL(createFromManifestLink(made));
    expect(link.searchParams.get('new_app')).toBe('1');
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(made);
  });
});
