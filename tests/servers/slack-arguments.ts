import { blockFaults, type Json } from './slack-blocks.ts';

/** A call that Slack refuses: its error code. */
export class Refusal extends Error {
  readonly more: Json;
  constructor(code: string, more: Json = {}) {
    super(code);
    this.more = more;
  }
}

/** The part of a message that every way of sending one has. */
export interface Words {
  text: string;
  blocks: Json[];
}

/**
 * Checks a message as every way of sending one does.
 *
 * @throws Refusal with Slack's code
 */
export function message(args: Json): Words {
  const said = text(args.text ?? '');
  const blocks = json(args.blocks ?? []);
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  if (said === '' && blocks.length === 0) throw new Refusal('no_text');
  if (said.length > 40_000) throw new Refusal('msg_too_long');
  if (/<[!@#]/.test(said)) throw new Refusal('it_pings');
  const faults = blockFaults(blocks, 'message');
  if (faults.length > 0) throw new Refusal('invalid_blocks', { response_metadata: { messages: faults } });
  return { text: said, blocks };
}

/** @throws Refusal for a view that Slack would not show */
export function view(args: Json, type: 'modal' | 'home'): Json & { blocks: Json[] } {
  const given = json(args.view);
  if (!isObject(given)) throw new Refusal('invalid_arguments');
  const shown: Json = { ...given };
  const blocks = Array.isArray(shown.blocks) ? shown.blocks : [];
  const faults = blockFaults(blocks, type);
  if (shown.type !== type) faults.push('type of view');
  if (type === 'modal' && !(titleLength(shown.title) >= 1 && titleLength(shown.title) <= 24))
    faults.push('title');
  if (String(shown.private_metadata ?? '').length > 3000) faults.push('private_metadata');
  if (String(shown.callback_id ?? '').length > 255) faults.push('callback_id');
  if (blocks.some((block) => block.type === 'input') && !shown.submit) faults.push('submit');
  if (faults.length > 0) throw new Refusal('invalid_arguments', { response_metadata: { messages: faults } });
  return { ...shown, blocks };
}

/** Metadata of a message. https://docs.slack.dev/messaging/message-metadata */
export function metadata(value: unknown): Json | undefined {
  if (value === undefined) return undefined;
  const given = json(value);
  if (!isObject(given)) throw new Refusal('invalid_metadata_format');
  const { event_type, event_payload } = given;
  if (typeof event_type !== 'string' || !/^\w+$/.test(event_type) || !isObject(event_payload))
    throw new Refusal('invalid_metadata_schema');
  return { event_type, event_payload };
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal('invalid_arguments');
  return value;
}

/** The Web API takes JSON values as strings in a form, response URLs as they are. */
export function json(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function titleLength(title: unknown): number {
  return isObject(title) ? String(title.text ?? '').length : 0;
}
