import type { webApi } from '@slack/bolt';
import { PlatformError } from '../../chat/errors.ts';
import { missingScopes } from './publish.ts';

/** Who the bot is, by its token. */
export interface Identity {
  userId: string;
  botId: string;
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
  const { user_id, bot_id, user = 'Studyhall', team = 'Slack', response_metadata } = await client.auth.test();
  if (!user_id || !bot_id) throw new PlatformError(say.noBot);
  const missing = missingScopes(response_metadata?.scopes);
  return {
    userId: user_id,
    botId: bot_id,
    lines: [
      say.connected(user, team),
      ...(missing.length > 0 ? [say.missing(missing.map(({ scope }) => scope).join(', '))] : []),
    ],
  };
}
