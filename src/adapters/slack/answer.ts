import type { types } from '@slack/bolt';
import { UserError } from '../../chat/errors.ts';
import { plain, text } from '../../chat/markup.ts';
import type { Message } from '../../chat/message.ts';
import type { Form, MessageReply, Reply } from '../../chat/reply.ts';
import { type After, within } from './after.ts';
import { isRefusal } from './errors.ts';
import type { Answer, Outlet } from './outlet.ts';

export interface AnswerDeps {
  after: After;
  formView(form: Form): types.ModalView;
  /** Brings files to the member, and says in their place where they are. */
  handOver(message: Message): Promise<Message>;
}

interface Settled {
  answer: Answer;
  /** What the member did that cannot be done, or that it failed: in one sentence. */
  fault?: string;
}

/** Milliseconds that an answer may take before the way is held open for it: half of what a trigger lasts. */
const SLOW = 1500;

/** What router and desk call a reply that says why nothing was done. */
const faulty = ['refused', 'failed', 'limited'];

const say = {
  failed: 'Something went wrong while answering. Please try again in a moment.',
  typeIt: (path: string) => `Type /${path} and send it: I will then ask for the rest.`,
  clickAgain: 'The form could not be opened. Please click again.',
};

/**
 * Brings a reply out. A message that fails becomes a private sentence: that of its UserError, else a general one. A form that caused a
 * fault stays open with the sentence in it.
 *
 * @throws what Slack's API throws when no way is left
 */
export async function answer(reply: Reply, outlet: Outlet, deps: AnswerDeps): Promise<void> {
  if (reply.kind === 'form') {
    await outlet.close?.();
    return ask(reply.form, outlet, deps.formView(reply.form));
  }
  const settling = settle(reply);
  const inTime =
    reply.message instanceof Promise && (outlet.hold || outlet.close)
      ? await within(SLOW, settling, deps.after)
      : await settling;
  await outlet.close?.(inTime?.fault);
  if (outlet.close && inTime?.fault !== undefined) return;
  if (!inTime) await outlet.hold?.(reply.replace ?? false);
  const { answer: settled } = await settling;
  await outlet.send({ ...settled, message: await deps.handOver(settled.message) });
}

async function settle(reply: MessageReply): Promise<Settled> {
  const { visibility, replace = false, verdict } = reply;
  try {
    const message = await reply.message;
    const fault = faulty.includes(verdict) ? sentenceOf(message) : undefined;
    return { answer: { message, visibility, replace }, ...(fault !== undefined && { fault }) };
  } catch (error) {
    const fault = error instanceof UserError ? error.message : say.failed;
    return { answer: sentence(fault), fault };
  }
}

async function ask(form: Form, outlet: Outlet, view: types.ModalView): Promise<void> {
  const instead = sentence('command' in form.to ? say.typeIt(form.to.command) : say.clickAgain);
  if (!outlet.open) return outlet.send(instead);
  try {
    await outlet.open(view);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await outlet.send(instead);
  }
}

function sentence(said: string): Answer {
  return { message: [{ kind: 'text', text: text(said) }], visibility: 'private', replace: false };
}

/** A message that is one sentence; undefined for any other. */
function sentenceOf([only, ...others]: Message): string | undefined {
  return only?.kind === 'text' && others.length === 0 ? plain(only.text) : undefined;
}
