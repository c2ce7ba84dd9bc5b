import { delimiter, join } from 'node:path';
import { z } from 'zod';

/** Everything the program is told by its environment, checked. */
export interface Config {
  discord?: { token: string; apiUrl?: string; shards: 'auto' | { ids: number[]; count: number } };
  slack?: { botToken: string; apiUrl?: string } & ({ appToken: string } | { signingSecret: string });
  databaseUrl?: string;
  dataDir: string;
  /** Folders of decks. */
  knowledgeDirs: string[];
  host: string;
  port: number;
  metricsPort?: number;
  playground: boolean;
  logLevel: string;
  logFormat: 'pretty' | 'json';
  /** What the host should know about how the settings were understood. */
  notices: string[];
  /** Values that must never be printed. */
  secrets: string[];
}

/** The environment has mistakes; the message lists all of them, a line each, below a headline. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const port = z.coerce
  .number('is a port number')
  .int('is a whole number')
  .min(0, 'is 0 or more')
  .max(65_535, 'is at most 65535');
const address = z.url({ protocol: /^https?$/, error: 'is an address that begins with https:// or http://' });
const token = (prefix: string, where: string) =>
  z.string().startsWith(prefix, `begins with ${prefix}: copy it from ${where}`);
const shards = z
  .string()
  .regex(
    /^(auto|\d+(,\d+)*\/\d+)$/,
    'is `auto`, or the shards of this process and how many there are, such as 0,1/4',
  )
  .transform((value): 'auto' | { ids: number[]; count: number } => {
    if (value === 'auto') return 'auto';
    const [ids = '', count] = value.split('/');
    return { ids: ids.split(',').map(Number), count: Number(count) };
  })
  .refine(
    (value) => value === 'auto' || value.ids.every((id) => id < value.count),
    'names a shard beyond their number',
  );

const Environment = z.object({
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_API_URL: address.optional(),
  DISCORD_SHARDS: shards.default('auto'),
  SLACK_BOT_TOKEN: token('xoxb-', 'your Slack app, under OAuth & Permissions').optional(),
  SLACK_APP_TOKEN: token('xapp-', 'your Slack app, under Basic Information, App-Level Tokens').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: address.optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is an address that begins with postgres://' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  KNOWLEDGE_DIR: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8080),
  METRICS_PORT: port.optional(),
  PLAYGROUND: z.enum(['on', 'off'], 'is `on` or `off`').optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'is fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
  LOG_FORMAT: z.enum(['pretty', 'json'], 'is `pretty` or `json`').optional(),
});

type Environment = z.infer<typeof Environment>;

/** Every variable there is, for those who hold the documentation against it. */
export const variables: readonly string[] = Object.keys(Environment.shape);

/**
 * Reads the settings. Blank variables count as not set.
 *
 * @param isTerminal whether the log goes to a person's terminal
 * @throws ConfigError with every mistake at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(set);
  const problems = [
    ...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}.`),
    ...slackProblems(set),
  ];
  if (!read.success || problems.length > 0)
    throw new ConfigError(['The settings have mistakes:', ...problems].join('\n'));
  const settings = read.data;
  const discord = discordOf(settings);
  const slack = slackOf(settings);
  return {
    ...(discord && { discord }),
    ...(slack && { slack }),
    ...(settings.DATABASE_URL && { databaseUrl: settings.DATABASE_URL }),
    dataDir: settings.DATA_DIR,
    knowledgeDirs: settings.KNOWLEDGE_DIR?.split(delimiter) ?? [
      './knowledge',
      join(settings.DATA_DIR, 'knowledge'),
    ],
    host: settings.HOST,
    port: settings.PORT,
    ...(settings.METRICS_PORT !== undefined && { metricsPort: settings.METRICS_PORT }),
    playground: settings.PLAYGROUND
      ? settings.PLAYGROUND === 'on'
      : !discord && !slack && isLoopback(settings.HOST),
    logLevel: settings.LOG_LEVEL,
    logFormat: settings.LOG_FORMAT ?? (isTerminal ? 'pretty' : 'json'),
    notices: notices(settings),
    secrets: [
      settings.DISCORD_TOKEN,
      settings.SLACK_BOT_TOKEN,
      settings.SLACK_APP_TOKEN,
      settings.SLACK_SIGNING_SECRET,
      settings.DATABASE_URL && new URL(settings.DATABASE_URL).password,
    ].filter((secret): secret is string => Boolean(secret)),
  };
}

/** Whether only programs on this machine can reach a host name or address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function discordOf(settings: Environment): Config['discord'] {
  if (!settings.DISCORD_TOKEN) return undefined;
  return {
    token: settings.DISCORD_TOKEN,
    shards: settings.DISCORD_SHARDS,
    ...(settings.DISCORD_API_URL && { apiUrl: settings.DISCORD_API_URL }),
  };
}

function slackOf(settings: Environment): Config['slack'] {
  if (!settings.SLACK_BOT_TOKEN) return undefined;
  const common = {
    botToken: settings.SLACK_BOT_TOKEN,
    ...(settings.SLACK_API_URL && { apiUrl: settings.SLACK_API_URL }),
  };
  if (settings.SLACK_APP_TOKEN) return { ...common, appToken: settings.SLACK_APP_TOKEN };
  return settings.SLACK_SIGNING_SECRET
    ? { ...common, signingSecret: settings.SLACK_SIGNING_SECRET }
    : undefined;
}

function slackProblems(set: Record<string, string | undefined>): string[] {
  const second = set.SLACK_APP_TOKEN ?? set.SLACK_SIGNING_SECRET;
  if (set.SLACK_BOT_TOKEN && !second)
    return ['SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it.'];
  if (!set.SLACK_BOT_TOKEN && second)
    return ['SLACK_APP_TOKEN and SLACK_SIGNING_SECRET need SLACK_BOT_TOKEN beside them.'];
  return [];
}

function notices(settings: Environment): string[] {
  return settings.SLACK_APP_TOKEN && settings.SLACK_SIGNING_SECRET
    ? ['Slack: both SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are set; Socket Mode is used.']
    : [];
}
