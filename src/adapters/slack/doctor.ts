import { webApi } from '@slack/bolt';
import type { Command } from '../../chat/command.ts';
import type { SlackSettings } from './adapter.ts';
import { checkKind, platformError, type TokenName } from './errors.ts';
import { missingScopes } from './publish.ts';

export interface Finding {
  ok: boolean;
  sentence: string;
}

const say = {
  bot: (name: string, team: string) => `Slack: SLACK_BOT_TOKEN works, for ${name} in ${team}.`,
  scopes: 'Slack: the app has every scope that it needs.',
  scope: (scope: string, reason: string) =>
    `Slack: the app lacks the scope ${scope}, ${reason}: paste the manifest of \`npm run -s publish:slack\`, then install the app again.`,
  invite: (name: string) =>
    `Slack: rounds are played in channels that the app is a member of: type /invite @${name} there.`,
  app: 'Slack: SLACK_APP_TOKEN works, Socket Mode is on.',
  secret:
    'Slack: SLACK_SIGNING_SECRET has the right form; whether it is this app’s shows with the first request.',
  noSecret:
    'Slack: SLACK_SIGNING_SECRET is not a signing secret, which is 32 digits and letters a-f: copy it from “Basic Information”.',
  commands: (names: string) =>
    `Slack does not tell an app its slash commands. These should be there: ${names}. If one is missing, paste the manifest of \`npm run -s publish:slack\`.`,
};

/** Tries the tokens, and says in words what works and what to mend. */
export async function examine(settings: SlackSettings, commands: readonly Command[]): Promise<Finding[]> {
  const options: webApi.WebClientOptions = {
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
    ...(settings.apiUrl !== undefined && { slackApiUrl: settings.apiUrl }),
  };
  const findings = await tried('SLACK_BOT_TOKEN', async () => {
    checkKind('SLACK_BOT_TOKEN', settings.botToken);
    const {
      user = 'Studyhall',
      team = 'a workspace',
      response_metadata,
    } = await new webApi.WebClient(settings.botToken, options).auth.test();
    const missing = missingScopes(response_metadata?.scopes);
    return [
      { ok: true, sentence: say.bot(user, team) },
      ...missing.map(({ scope, reason }) => ({ ok: false, sentence: say.scope(scope, reason) })),
      ...(missing.length === 0 ? [{ ok: true, sentence: say.scopes }] : []),
      { ok: true, sentence: say.invite(user) },
    ];
  });
  const door =
    'appToken' in settings
      ? await examineAppToken(settings.appToken, options)
      : [examineSecret(settings.signingSecret)];
  const names = commands.map(({ name }) => `/${name}`).join(', ');
  return [...findings, ...door, { ok: true, sentence: say.commands(names) }];
}

/** Asks for a socket's address, and does not use it. */
function examineAppToken(token: string, options: webApi.WebClientOptions): Promise<Finding[]> {
  return tried('SLACK_APP_TOKEN', async () => {
    checkKind('SLACK_APP_TOKEN', token);
    await new webApi.WebClient(token, options).apps.connections.open({});
    return [{ ok: true, sentence: say.app }];
  });
}

function examineSecret(secret: string): Finding {
  const ok = /^[0-9a-f]{32}$/i.test(secret);
  return { ok, sentence: ok ? say.secret : say.noSecret };
}

async function tried(token: TokenName, attempt: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await attempt();
  } catch (error) {
    return [{ ok: false, sentence: platformError(error, token).message }];
  }
}
