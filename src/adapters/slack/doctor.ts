import { webApi } from '@slack/bolt';
import type { Command } from '../../chat/command.ts';
import { PlatformError } from '../../chat/errors.ts';
import {
  type Examination,
  type Finding,
  fault,
  fine,
  LateError,
  type Means,
  note,
  type Reading,
  readingOf,
  surer,
} from '../../chat/examination.ts';
import type { SlackSettings } from './adapter.ts';
import { placesBy } from './doctor-places.ts';
import { checkKind, platformError, type TokenName } from './errors.ts';
import { missingScopes, type Scope, scopes } from './publish.ts';

/** Places that are asked about in one go: of 50 such calls a minute a program that runs meanwhile needs the others. */
const MOST_PLACES = 30;

const manifest = 'paste the manifest of `npm run -s publish:slack` into its settings, then install it again';

const say = {
  bot: (name: string, team: string) => `SLACK_BOT_TOKEN works, for ${name} in ${team}.`,
  lacks: (all: readonly Scope[]) =>
    [
      `the app lacks some. To mend it, ${manifest}.`,
      ...all.map(({ scope, without }) => `${scope}: without it, ${without}.`),
    ].join('\n'),
  granted: 'the app has all that it needs.',
  unsaid: 'Slack, or a proxy before it, does not say what the app was granted.',
  extra: (names: string) =>
    `the app was granted ${names}, which it does not use. To take that away, ${manifest}.`,
  app: 'SLACK_APP_TOKEN works, and Socket Mode is on. No socket was opened: Slack would send it what members say.',
  secret:
    'SLACK_SIGNING_SECRET has the right form. Whether it is this app’s cannot be asked: the log says so when Slack’s first request is refused.',
  noSecret:
    'SLACK_SIGNING_SECRET is not a signing secret, which is 32 digits and letters a-f. Copy it from “Basic Information” of your app.',
  commands: (names: string) =>
    `Slack does not tell an app its slash commands. These should be there: ${names}. If one is missing, ${manifest}.`,
  silent:
    'Slack does not answer. Check the network and https://slack-status.com, and SLACK_API_URL if it is set.',
};

/** Tries the tokens and looks at what they were granted. Changes nothing, and opens no socket. */
export async function examine(
  settings: SlackSettings,
  commands: readonly Command[] | undefined,
  { now, inTime }: Means,
): Promise<Examination> {
  let reading: Reading | undefined;
  const options: webApi.WebClientOptions = {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
    ...(settings.apiUrl !== undefined && { slackApiUrl: settings.apiUrl }),
    async fetch(address, init) {
      const sent = now();
      const answer = await fetch(address, init);
      reading = surer(reading, readingOf(answer.headers.get('date'), sent, now()));
      return answer;
    },
  };

  const [bot, door] = await Promise.all([
    examineBot(settings.botToken, options, inTime),
    'appToken' in settings
      ? tried('App token', 'SLACK_APP_TOKEN', async () => {
          checkKind('SLACK_APP_TOKEN', settings.appToken);
          await inTime(new webApi.WebClient(settings.appToken, options).apps.connections.open({}));
          return [fine('App token', say.app)];
        })
      : [examineSecret(settings.signingSecret)],
  ]);
  const names = commands?.map(({ name }) => `/${name}`).join(', ');
  return {
    findings: [...bot.findings, ...door, ...(names ? [note('Commands', say.commands(names))] : [])],
    ...(reading && { reading }),
    ...(bot.places && { places: bot.places }),
  };
}

async function examineBot(
  token: string,
  options: webApi.WebClientOptions,
  inTime: Means['inTime'],
): Promise<Examination> {
  const client = new webApi.WebClient(token, options);
  let places: Examination['places'];
  const findings = await tried('Bot token', 'SLACK_BOT_TOKEN', async () => {
    checkKind('SLACK_BOT_TOKEN', token);
    const { user = 'Studyhall', team = 'a workspace', response_metadata } = await inTime(client.auth.test());
    places = { look: placesBy(client, user, (answer) => asked(inTime, answer)), most: MOST_PLACES };
    return [fine('Bot token', say.bot(user, team)), ...scopeFindings(response_metadata?.scopes)];
  });
  return { findings, ...(places && { places }) };
}

function scopeFindings(granted: readonly string[] | undefined): Finding[] {
  if (!granted) return [note('Scopes', say.unsaid)];
  const missing = missingScopes(granted);
  const extra = granted.filter((one) => !scopes.some(({ scope }) => scope === one));
  return [
    missing.length > 0 ? fault('Scopes', say.lacks(missing)) : fine('Scopes', say.granted),
    ...(extra.length > 0 ? [note('Scopes', say.extra(extra.join(', ')))] : []),
  ];
}

function examineSecret(secret: string): Finding {
  const isOne = /^[0-9a-f]{32}$/i.test(secret);
  return isOne ? note('Signing secret', say.secret) : fault('Signing secret', say.noSecret);
}

async function tried(about: string, token: TokenName, attempt: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await attempt();
  } catch (error) {
    return [fault(about, inWords(error, token).message)];
  }
}

/** @throws PlatformError where there is no use in asking on; Slack's own refusal of this one question */
async function asked<T>(inTime: Means['inTime'], answer: Promise<T>): Promise<T> {
  try {
    return await inTime(answer);
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) throw error;
    throw inWords(error, 'SLACK_BOT_TOKEN');
  }
}

function inWords(error: unknown, token: TokenName): PlatformError {
  return error instanceof LateError ? new PlatformError(say.silent) : platformError(error, token);
}
