import type { APIEmbed } from 'discord.js';
import { text } from '../../chat/markup.ts';
import type { Message } from '../../chat/message.ts';
import { type Block, blocksOf } from './blocks.ts';
import { controlRows, type Row } from './controls.ts';
import { flow } from './flow.ts';
import { limits } from './limits.ts';

/** The body of a Discord message. https://docs.discord.com/developers/resources/message#create-message */
export interface Payload {
  content: string;
  embeds: APIEmbed[];
  components: Row[];
  allowed_mentions: { parse: [] };
}

/** Text goes on from the content, which notifications and screen readers have, into embeds, and then into a further message. */
const pages = [
  limits.content,
  limits.embedDescription,
  limits.embedsInAll - limits.embedDescription,
] as const;

/**
 * Renders a message for Discord: one payload, or several to be sent in this order where it is longer than Discord takes. Text
 * comes first; all controls stand together under it, as Discord has them.
 */
export function render(message: Message): [Payload, ...Payload[]] {
  const rows = controlRows(message);
  const blocks = blocksOf(message);
  const texts = flow(blocks.length > 0 ? blocks : standIn(message, rows), pages);
  const payloads: [Payload, ...Payload[]] = [payload(texts.slice(0, pages.length))];
  for (let at = pages.length; at < texts.length; at += pages.length)
    payloads.push(payload(texts.slice(at, at + pages.length)));
  let last = payloads.at(-1) ?? payloads[0];
  for (const row of rows) {
    if (!hasRoom(last, row)) {
      last = payload(['-# Continued']);
      payloads.push(last);
    }
    last.components.push(row);
  }
  return payloads;
}

/** What to say where a message has controls alone, or nothing: a notification without words says nothing. */
function standIn(message: Message, rows: readonly Row[]): Block[] {
  const prompts = message.flatMap((part) => (part.kind === 'choice' ? [part.prompt] : []));
  const said = blocksOf(prompts.map((prompt) => ({ kind: 'text', text: text(prompt) })));
  if (said.length > 0) return said;
  return blocksOf([{ kind: 'note', text: text(rows.length > 0 ? 'Choose' : 'Nothing to show') }]);
}

function payload([content = '', ...descriptions]: readonly string[]): Payload {
  return {
    content,
    embeds: descriptions.map((description) => ({ description })),
    components: [],
    allowed_mentions: { parse: [] },
  };
}

/** Ids are unique in a message: a choice that is asked twice stands in two messages. */
function hasRoom({ components }: Payload, row: Row): boolean {
  if (components.length === limits.rows) return false;
  const taken = new Set(components.flatMap(idsIn));
  return !idsIn(row).some((id) => taken.has(id));
}

function idsIn({ components }: Row): string[] {
  return components.flatMap((control) => ('custom_id' in control ? [control.custom_id] : []));
}
