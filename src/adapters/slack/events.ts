import type { BlockAction, MessageShortcut, SlashCommand, types, ViewSubmitAction } from '@slack/bolt';
import type { Actor, Event, Input, Place } from '../../chat/event.ts';
import { ownAction } from './controls.ts';
import { plainText } from './escape.ts';
import type { Sent } from './form.ts';

/** What an interaction says of who did it. */
interface Interaction {
  trigger_id: string;
  user: { id: string; name?: string; username?: string; team_id?: string };
  team: { id: string } | null;
}

/** The part of an Events API envelope that is about no event in particular. */
export interface Envelope {
  event_id: string;
  team_id: string;
  event_time: number;
}

export const MENU = 'menu:';

export function commandEvent(body: SlashCommand, at: number): Event {
  return event({
    id: body.trigger_id,
    actor: actor(body.team_id, body.user_id, body.user_name),
    place: channel(body.channel_id),
    server: body.team_id,
    at,
    input: { kind: 'line', command: body.command.replace(/^\//, ''), text: plainText(body.text ?? '') },
  });
}

/** A click; undefined for what is only ticked, and for a button that only opens an address. */
export function clickEvent(body: BlockAction): Event | undefined {
  const [action] = body.actions;
  const own = action && ownAction(action.action_id);
  if (!action || own === undefined) return undefined;
  const place = body.channel ? channel(body.channel.id) : alone(body.user.id);
  const input: Input = { kind: 'action', action: own, values: picked(action, body.state) };
  return interaction(body, place, milliseconds(action.action_ts), input);
}

export function menuEvent(body: MessageShortcut): Event {
  const input: Input = {
    kind: 'menu',
    menu: body.callback_id.slice(MENU.length),
    text: plainText(body.message.text ?? ''),
  };
  return interaction(body, channel(body.channel.id), milliseconds(body.action_ts), input);
}

/** Who sent a form is read from the payload alone: the form itself holds only where to answer. */
export function formEvent(body: ViewSubmitAction, { input, origin }: Sent, at: number): Event {
  const place = origin.channel === undefined ? alone(body.user.id) : channel(origin.channel);
  return interaction(body, place, at, input);
}

/**
 * A mention; undefined for what another bot says and for a message that is only edited.
 *
 * @param self the bot's own user id
 */
export function mentionEvent(
  said: types.AppMentionEvent,
  envelope: Envelope,
  self: string,
): Event | undefined {
  if (said.bot_id || !said.user || 'edited' in said) return undefined;
  return event({
    id: envelope.event_id,
    actor: actor(said.user_team ?? said.team ?? envelope.team_id, said.user, said.user),
    place: channel(said.channel),
    server: envelope.team_id,
    at: milliseconds(said.ts),
    input: talk(said.text, self),
  });
}

/** A direct message; undefined for anything else that comes as a `message`: edits, other bots, our own. */
export function directEvent(said: types.MessageEvent, envelope: Envelope, self: string): Event | undefined {
  if (said.subtype !== undefined || said.channel_type !== 'im' || said.bot_id || said.user === self)
    return undefined;
  return event({
    id: envelope.event_id,
    actor: actor(said.team ?? envelope.team_id, said.user, said.user),
    place: { id: said.channel, direct: true },
    server: envelope.team_id,
    at: milliseconds(said.ts),
    input: talk(said.text ?? '', self),
  });
}

export function homeEvent(opened: types.AppHomeOpenedEvent, envelope: Envelope): Event | undefined {
  if (opened.tab !== 'home') return undefined;
  return event({
    id: envelope.event_id,
    actor: actor(envelope.team_id, opened.user, opened.user),
    place: alone(opened.user),
    server: envelope.team_id,
    at: envelope.event_time * 1000,
    input: { kind: 'home' },
  });
}

function event(rest: Omit<Event, 'platform' | 'manner'>): Event {
  return { platform: 'slack', manner: 'quiet', ...rest };
}

function interaction(body: Interaction, place: Place, at: number, input: Input): Event {
  const { user, team } = body;
  const server = team?.id ?? user.team_id;
  return event({
    id: body.trigger_id,
    actor: actor(user.team_id ?? server ?? '', user.id, user.name ?? user.username ?? user.id),
    place,
    ...(server !== undefined && { server }),
    at,
    input,
  });
}

/** With the member's own team, so that a guest of a shared channel is the same player everywhere. */
function actor(team: string, user: string, name: string): Actor {
  return { id: `${team}-${user}`, name };
}

/** The member's id as Slack's API takes it. */
export function userOf(actorId: string): string {
  return actorId.slice(actorId.indexOf('-') + 1);
}

/** Slack's ids of direct conversations begin with D. */
function channel(id: string): Place {
  return { id, direct: id.startsWith('D') };
}

/** The place of a member's Home and windows, which are in no channel. */
function alone(user: string): Place {
  return { id: user, direct: true };
}

function talk(said: string, self: string): Input {
  return {
    kind: 'talk',
    text: plainText(said, self)
      .replace(/^[\s,:]+/, '')
      .trimEnd(),
  };
}

/** A button's own value; where it stands beside checkboxes, what this member has ticked in them. */
function picked(action: BlockAction['actions'][number], state: BlockAction['state']): string[] {
  if (action.type !== 'button') return [];
  const beside = Object.values(state?.values[action.block_id] ?? {});
  const boxes = beside.find(({ type }) => type === 'checkboxes');
  if (boxes) return (boxes.selected_options ?? []).map(({ value }) => value);
  return action.value ? [action.value] : [];
}

/** From Slack's timestamps in seconds with a fraction. */
export function milliseconds(seconds: string): number {
  return Math.round(Number(seconds) * 1000);
}
