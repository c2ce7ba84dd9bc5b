import type { IncomingMessage } from 'node:http';
import type { Posted } from './discord-messages.ts';
import type { CommandShape } from './discord-rules.ts';

const DISCORD_EPOCH = 1_420_070_400_000;

/** An id of a moment, in milliseconds since 1970; `count` keeps those of one moment apart. */
export function snowflakeAt(at: number, count: number): string {
  return String((BigInt(Math.trunc(at) - DISCORD_EPOCH) << 22n) + BigInt(count));
}

/** When an id was made, in milliseconds since 1970. */
export function momentOf(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH;
}

/** Who writes messages: the bot, or a member. */
export interface Author {
  id: string;
  name: string;
  bot?: boolean;
}

/** A message as the API gives it back: components have ids of their own then, and a nonce is told to its sender alone. */
export function asMessage(
  posted: Pick<Posted, 'id' | 'channel' | 'replyTo'>,
  author: Author,
  body: object,
): object {
  return {
    id: posted.id,
    channel_id: posted.channel,
    author: {
      id: author.id,
      username: author.name,
      discriminator: '0',
      avatar: null,
      bot: author.bot ?? false,
    },
    timestamp: new Date(momentOf(posted.id)).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    content: '',
    pinned: false,
    type: posted.replyTo === undefined ? 0 : 19,
    flags: 0,
    ...body,
    components: 'components' in body ? numbered(body.components) : [],
  };
}

function numbered(components: unknown): unknown {
  if (!Array.isArray(components)) return [];
  return components.map((one, index) => ({
    id: index + 1,
    ...one,
    ...('components' in one ? { components: numbered(one.components) } : {}),
  }));
}

/** What Discord gives back of a command: with ids and defaults of its own, without what was a default, in its own order. */
export function asKept(command: CommandShape, index: number, application_id: string): object {
  return {
    id: `${900 + index}`,
    application_id,
    version: '901',
    default_member_permissions: null,
    dm_permission: true,
    name_localizations: null,
    nsfw: false,
    description: '',
    ...command,
    contexts: command.contexts.toReversed(),
    ...(command.type === 1 && command.options ? { options: command.options.map(asKeptOption) } : {}),
  };
}

function asKeptOption({ required, ...rest }: { required?: boolean; options?: readonly object[] }): object {
  return {
    ...rest,
    ...(required ? { required } : {}),
    ...(rest.options ? { options: rest.options.map(asKeptOption) } : {}),
  };
}

/** The body of a request, with the `files` that came along. Files that an edit does not keep are gone. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return withFiles(JSON.parse(String(bytes)), []);
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = await Promise.all(
    [...form.values()].flatMap((one) =>
      one instanceof File ? [one.text().then((content) => ({ name: one.name, content }))] : [],
    ),
  );
  return withFiles(JSON.parse(String(form.get('payload_json'))), files);
}

function withFiles(body: unknown, files: readonly object[]): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if ('data' in body) return { ...body, data: withFiles(body.data, files) };
  return 'attachments' in body ? { ...body, files } : body;
}
