import type { Json } from './slack-blocks.ts';
import type { World } from './slack-world.ts';

/** An event as the Events API wraps it. https://docs.slack.dev/apis/events-api#event-type-structure */
export function envelope(world: World, event: Json): Json {
  return {
    type: 'event_callback',
    token: 'unused',
    team_id: world.team,
    api_app_id: 'A1',
    event_id: world.next('Ev'),
    event_time: Math.floor(Number(world.timestamp())),
    event,
  };
}
