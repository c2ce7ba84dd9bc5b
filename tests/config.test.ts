import { describe, expect, test } from 'vitest';
import { ConfigError, isLoopback, readConfig } from '../src/config.ts';

const read = (env: Record<string, string>) => readConfig(env, true);

describe('the settings', () => {
  test('have a default for everything: the playground on this machine alone', () => {
    expect(read({})).toEqual({
      dataDir: './data',
      knowledgeDirs: ['./knowledge', 'data/knowledge'],
      host: '127.0.0.1',
      port: 8080,
      playground: true,
      logLevel: 'info',
      logFormat: 'pretty',
      notices: [],
      secrets: [],
    });
    expect(readConfig({}, false).logFormat).toBe('json');
  });

  test('blank ones count as not set', () => {
    expect(read({ DISCORD_TOKEN: '', PORT: ' ', SLACK_BOT_TOKEN: '' })).toEqual(read({}));
  });

  test('turn the platforms on, and the playground off unless it is asked for', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };
    expect(read({ DISCORD_TOKEN: 't', ...slack })).toMatchObject({
      discord: { token: 't', shards: 'auto' },
      slack: { botToken: 'xoxb-1', signingSecret: 's' },
      playground: false,
      secrets: ['t', 'xoxb-1', 's'],
    });
    expect(read({ DISCORD_TOKEN: 't', PLAYGROUND: 'on' }).playground).toBe(true);
  });

  test('never open the playground to other machines by themselves', () => {
    expect(read({ HOST: '0.0.0.0' }).playground).toBe(false);
    expect(read({ HOST: '::1' }).playground).toBe(true);
    expect(read({ HOST: '0.0.0.0', PLAYGROUND: 'on' }).playground).toBe(true);
  });

  test('prefer Socket Mode where both ways are set, and say so', () => {
    const { slack, notices } = read({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_SIGNING_SECRET: 's',
    });
    expect(slack).toEqual({ botToken: 'xoxb-1', appToken: 'xapp-1' });
    expect(notices).toEqual([
      'Slack: both SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are set; Socket Mode is used.',
    ]);
  });

  test('take the shards of this process', () => {
    expect(read({ DISCORD_TOKEN: 't', DISCORD_SHARDS: '0,1/4' }).discord?.shards).toEqual({
      ids: [0, 1],
      count: 4,
    });
  });

  test('take several folders of decks', () => {
    const separator = process.platform === 'win32' ? ';' : ':';
    expect(read({ KNOWLEDGE_DIR: `a${separator}b` }).knowledgeDirs).toEqual(['a', 'b']);
    expect(read({ DATA_DIR: '/srv/hall' }).knowledgeDirs).toEqual(['./knowledge', '/srv/hall/knowledge']);
  });
});

test('all mistakes are reported at once, a line each, with what would be right', () => {
  const wrong = {
    PORT: 'eighty',
    METRICS_PORT: '70000',
    DISCORD_SHARDS: '4/4',
    DISCORD_API_URL: 'discord.com',
    SLACK_APP_TOKEN: 'xoxb-1',
    DATABASE_URL: 'mysql://x',
    PLAYGROUND: 'yes',
    LOG_LEVEL: 'loud',
  };
  const message = (() => {
    try {
      read(wrong);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
    }
    return '';
  })();
  expect(message.split('\n')).toEqual([
    'The settings have mistakes:',
    'DISCORD_API_URL is an address that begins with https:// or http://.',
    'DISCORD_SHARDS names a shard beyond their number.',
    'SLACK_APP_TOKEN begins with xapp-: copy it from your Slack app, under Basic Information, App-Level Tokens.',
    'DATABASE_URL is an address that begins with postgres://.',
    'PORT is a port number.',
    'METRICS_PORT is at most 65535.',
    'PLAYGROUND is `on` or `off`.',
    'LOG_LEVEL is fatal, error, warn, info, debug, trace or silent.',
    'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET need SLACK_BOT_TOKEN beside them.',
  ]);
});

test('a Slack token alone says what it lacks', () => {
  expect(() => read({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
    'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it.',
  );
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example.com', false],
  ['10.0.0.1', false],
])('%s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
