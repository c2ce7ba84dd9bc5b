import type { App } from '@slack/bolt';
import { PlatformError } from '../../chat/errors.ts';
import { botTokenPage } from './errors.ts';

export interface DepartureDeps {
  /** The workspace of our token. */
  team: string;
  /** When that token was last known to work, in milliseconds since 1970. */
  since: number;
  departed(team: string): void;
  lost(error: PlatformError): void;
}

const removed = `The app was removed from the workspace, and what is kept of it is deleted in time. To go on, install the app again and copy the new token from ${botTokenPage} into SLACK_BOT_TOKEN.`;

/**
 * Listens for the end of our installation, by which the token has ended too. One of before is told late: Slack tries for minutes, and the app may be
 * installed again by then. https://docs.slack.dev/reference/events/app_uninstalled
 */
export function listenForDeparture(app: App, { team, since, departed, lost }: DepartureDeps): void {
  app.event('app_uninstalled', async ({ body }) => {
    // Slack's times are whole seconds.
    if (body.team_id !== team || body.event_time < Math.floor(since / 1000)) return;
    departed(team);
    lost(new PlatformError(removed));
  });
}
