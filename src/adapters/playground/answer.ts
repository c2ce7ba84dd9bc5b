import { UserError } from '../../chat/errors.ts';
import { text } from '../../chat/markup.ts';
import type { Message } from '../../chat/message.ts';
import type { Form, Reply, Visibility } from '../../chat/reply.ts';
import { renderForm } from './form.ts';
import { type Previews, type Shown, show } from './show.ts';

/** A reply as the page gets it. */
export type Answer =
  | ({ kind: 'message'; visibility: Visibility; replace: boolean } & Shown)
  | { kind: 'form'; to: Form['to']; title: string; html: string };

const failed = 'Something went wrong while answering. Try again in a moment.';

/** Waits for a reply and renders it. A message that fails becomes one private sentence: that of its UserError, else a general one. */
export async function answer(reply: Reply, previews: Previews): Promise<Answer> {
  if (reply.kind === 'form') {
    const { to, title } = reply.form;
    return { kind: 'form', to, title, html: String(await renderForm(reply.form)) };
  }
  try {
    return await shown(reply.visibility, reply.replace ?? false, await reply.message, previews);
  } catch (error) {
    const said = error instanceof UserError ? error.message : failed;
    return shown('private', false, [{ kind: 'text', text: text(said) }], previews);
  }
}

async function shown(
  visibility: Visibility,
  replace: boolean,
  message: Message,
  previews: Previews,
): Promise<Answer> {
  return { kind: 'message', visibility, replace, ...(await show(message, previews)) };
}
