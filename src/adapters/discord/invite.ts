import { invited } from './permissions.ts';

/**
 * Where a server's owner adds the bot, with what posting a round needs and nothing else. Answers to interactions need no permission.
 *
 * https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: invited.bits,
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
