import type { Command } from '../../chat/command.ts';
import { UserError } from '../../chat/errors.ts';
import { text } from '../../chat/markup.ts';
import type { Message } from '../../chat/message.ts';
import type { Reply, Visibility } from '../../chat/reply.ts';
import { renderForm } from './form.ts';
import { render } from './render.ts';

/** The real renderers of the other platforms, so that the page can show what each of them would be sent. */
export type Previews = Readonly<Record<'discord' | 'slack', (message: Message) => unknown>>;

/** A reply as the page gets it. */
export type Answer =
  | {
      kind: 'message';
      visibility: Visibility;
      replace: boolean;
      html: string;
      payloads: Readonly<Record<keyof Previews, unknown>>;
    }
  | { kind: 'form'; command: string; summary: string; html: string };

const failed = 'Something went wrong while answering. Try again in a moment.';
const gone = 'That command is no longer here. Type /studyhall to see what there is.';

/**
 * Waits for a reply and renders it. A message that fails becomes one private sentence: that of its UserError, else a general one.
 *
 * @param commands those there are at this moment, of which a form is made
 */
export async function answer(
  reply: Reply,
  commands: readonly Command[],
  previews: Previews,
): Promise<Answer> {
  if (reply.kind === 'form') {
    const command = commands.find(({ name }) => name === reply.command);
    if (!command) return shown('private', false, sentence(gone), previews);
    const form = await renderForm(command, reply.given);
    return { kind: 'form', command: command.name, summary: command.summary, html: String(form) };
  }
  try {
    return await shown(reply.visibility, reply.replace ?? false, await reply.message, previews);
  } catch (error) {
    const said = error instanceof UserError ? error.message : failed;
    return shown('private', false, sentence(said), previews);
  }
}

async function shown(
  visibility: Visibility,
  replace: boolean,
  message: Message,
  previews: Previews,
): Promise<Answer> {
  const payloads = { discord: previews.discord(message), slack: previews.slack(message) };
  return { kind: 'message', visibility, replace, html: String(await render(message)), payloads };
}

function sentence(said: string): Message {
  return [{ kind: 'text', text: text(said) }];
}
