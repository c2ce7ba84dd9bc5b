import type { types } from '@slack/bolt';
import { UserError } from '../../chat/errors.ts';
import { text } from '../../chat/markup.ts';
import type { FormReply, Reply } from '../../chat/reply.ts';
import { type After, within } from './after.ts';
import { isRefusal } from './errors.ts';
import type { Answer, Outlet } from './outlet.ts';

export interface AnswerDeps {
  after: After;
  /** The form for a reply; undefined when its command is gone. */
  formFor(reply: FormReply): types.ModalView | undefined;
}

/** Milliseconds that an answer may take before the way is held open for it: half of what a trigger lasts. */
const SLOW = 1500;

const say = {
  failed: 'Something went wrong while answering. Please try again in a moment.',
  gone: 'That command is no longer here. Type /studyhall to see what there is.',
  noForm: (command: string) => `Type /${command} and send it: I will then ask for the rest.`,
};

/**
 * Brings a reply out. A message that fails becomes a private sentence: that of its UserError, else a general one.
 *
 * @throws what Slack's API throws when no way is left
 */
export async function answer(reply: Reply, outlet: Outlet, { after, formFor }: AnswerDeps): Promise<void> {
  if (reply.kind === 'form') return ask(reply, outlet, formFor(reply));
  const { visibility, replace = false } = reply;
  const settled = Promise.resolve(reply.message).then(
    (message): Answer => ({ message, visibility, replace }),
    (error: unknown) => sentence(error instanceof UserError ? error.message : say.failed),
  );
  if (outlet.hold && reply.message instanceof Promise) {
    const ready = await within(SLOW, settled, after);
    if (!ready) await outlet.hold(replace);
  }
  await outlet.send(await settled);
}

async function ask(reply: FormReply, outlet: Outlet, form: types.ModalView | undefined): Promise<void> {
  if (!form) return outlet.send(sentence(say.gone));
  if (!outlet.open) return outlet.send(sentence(say.noForm(reply.command)));
  try {
    await outlet.open(form);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await outlet.send(sentence(say.noForm(reply.command)));
  }
}

function sentence(said: string): Answer {
  return { message: [{ kind: 'text', text: text(said) }], visibility: 'private', replace: false };
}
