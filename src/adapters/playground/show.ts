import type { Message } from '../../chat/message.ts';
import { render } from './render.ts';

/** The real renderers of the other platforms, so that the page can show what each of them would be sent. */
export type Previews = Readonly<Record<'discord' | 'slack', (message: Message) => unknown>>;

/** A message as the page gets it. */
export interface Shown {
  html: string;
  payloads: Readonly<Record<keyof Previews, unknown>>;
}

/** Renders a message for the page, and for its look at the other platforms. */
export async function show(message: Message, previews: Previews): Promise<Shown> {
  const payloads = { discord: previews.discord(message), slack: previews.slack(message) };
  return { html: String(await render(message)), payloads };
}
