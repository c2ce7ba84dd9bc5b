import type { APIEmbed } from 'discord.js';
import { text } from '../../chat/markup.ts';
import type { FilePart, Message } from '../../chat/message.ts';
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
  /** To be attached to it. */
  files: readonly Pick<FilePart, 'name' | 'content'>[];
}

/** Characters of a message's content, and of the embeds in which its text goes on. */
type Pages = readonly [number, ...number[]];

/** Text goes on from the content, which notifications and screen readers have, into embeds, and then into a further message. */
const withEmbeds: Pages = [
  limits.content,
  limits.embedDescription,
  limits.embedsInAll - limits.embedDescription,
];

/** What is posted by ourselves has no embeds: Discord drops them in silence where the bot lacks the permission Embed Links. */
export const contentAlone: Pages = [limits.content];

/**
 * Renders a message for Discord: one payload, or several to be sent in this order where it is longer than Discord takes. Text
 * comes first; all controls stand together under it, as Discord has them, and files at the end.
 */
export function render(message: Message, pages = withEmbeds): [Payload, ...Payload[]] {
  const rows = controlRows(message);
  const blocks = blocksOf(message);
  const texts = flow(blocks.length > 0 ? blocks : standIn(message, rows), pages);
  const payloads: [Payload, ...Payload[]] = [payload(texts.slice(0, pages.length))];
  for (let at = pages.length; at < texts.length; at += pages.length)
    payloads.push(payload(texts.slice(at, at + pages.length)));
  const last = () => payloads.at(-1) ?? payloads[0];
  for (const row of rows) {
    if (!hasRoom(last(), row)) payloads.push(payload([continued]));
    last().components.push(row);
  }
  const files = message.flatMap((part) =>
    part.kind === 'file' ? [{ name: part.name, content: part.content }] : [],
  );
  for (let at = 0; at < files.length; at += limits.files) {
    if (at > 0) payloads.push(payload([continued]));
    last().files = files.slice(at, at + limits.files);
  }
  return payloads;
}

const continued = '-# Continued';

/** What to say where a message has controls or files alone, or nothing: a notification without words says nothing. */
function standIn(message: Message, rows: readonly Row[]): Block[] {
  const prompts = message.flatMap((part) => (part.kind === 'choice' ? [part.prompt] : []));
  const said = blocksOf(prompts.map((prompt) => ({ kind: 'text', text: text(prompt) })));
  if (said.length > 0) return said;
  const files = message.flatMap((part) => (part.kind === 'file' ? [part.name] : []));
  const nothing = rows.length > 0 ? 'Choose' : files.join(', ') || 'Nothing to show';
  return blocksOf([{ kind: 'note', text: text(nothing) }]);
}

function payload([content = '', ...descriptions]: readonly string[]): Payload {
  return {
    content,
    embeds: descriptions.map((description) => ({ description })),
    components: [],
    allowed_mentions: { parse: [] },
    files: [],
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
