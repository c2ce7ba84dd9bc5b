import type { webApi } from '@slack/bolt';
import { PlatformError } from '../../chat/errors.ts';
import { missingScopes } from './publish.ts';

/** Who the bot is, by its token. */
export interface Identity {
  userId: string;
  botId: string;
  /** What comes after the @. */
  name: string;
  /** The workspace that the app is installed in. */
  team: string;
  /** Where its pages are: `https://name.slack.com/`. */
  url: string | undefined;
  /** For the person who started the program. */
  lines: string[];
}

const say = {
  connected: (name: string, team: string) => `Slack: connected as ${name} in ${team}.`,
  missing: (scopes: string) =>
    `Slack: the app lacks ${scopes}. Paste the manifest that \`npm run -s publish:slack\` prints, then install the app again.`,
  noBot: 'SLACK_BOT_TOKEN is no bot token: copy the “Bot User OAuth Token”, which begins with xoxb-.',
};

/**
 * Asks Slack who the token belongs to.
 *
 * @throws PlatformError when it is not a bot; what the Web API throws when Slack refuses the token
 */
export async function identify(client: webApi.WebClient): Promise<Identity> {
  const answer = await client.auth.test();
  const { user_id, bot_id, team_id = '', url, user = 'Studyhall', team = 'Slack' } = answer;
  if (!user_id || !bot_id) throw new PlatformError(say.noBot);
  const missing = missingScopes(answer.response_metadata?.scopes);
  return {
    userId: user_id,
    botId: bot_id,
    name: user,
    team: team_id,
    url,
    lines: [
      say.connected(user, team),
      ...(missing.length > 0 ? [say.missing(missing.map(({ scope }) => scope).join(', '))] : []),
    ],
  };
}
