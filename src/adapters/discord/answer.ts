import { MessageFlags, type RepliableInteraction } from 'discord.js';
import { UserError } from '../../chat/errors.ts';
import { text } from '../../chat/markup.ts';
import type { Form, MessageReply, Reply } from '../../chat/reply.ts';
import { modalOf } from './modal.ts';
import { type Payload, render } from './render.ts';

/** Milliseconds until an answer is deferred: half of the three seconds that Discord waits, the rest is left for the way there. */
export const DEFER_AFTER = 1500;

type Payloads = ReturnType<typeof render>;

export interface AnswerDeps {
  /** Resolves after so many milliseconds. */
  after(ms: number): Promise<void>;
  /** Called once Discord has taken the first answer, be it a placeholder. */
  taken(): void;
}

/**
 * Answers an interaction: at once where the message is there in time, else by a placeholder that it then takes the place of. What a
 * member did wrong is said to that member alone.
 *
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 *
 * @throws DiscordAPIError when Discord takes the answer no more, or not as it is
 */
export async function answer(
  interaction: RepliableInteraction,
  reply: Reply,
  { after, taken }: AnswerDeps,
): Promise<void> {
  if (reply.kind === 'form') return openForm(interaction, reply.form, taken);
  try {
    if (!(reply.message instanceof Promise))
      return await direct(interaction, reply, render(reply.message), taken);
    const coming = reply.message.then(render);
    const inTime = await Promise.race([coming, after(DEFER_AFTER)]);
    if (inTime) await direct(interaction, reply, inTime, taken);
    else await deferred(interaction, reply, coming, taken);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await tell(interaction, error.message, taken);
  }
}

/** Says something to whoever did this and to nobody else, in whatever state the interaction is. */
export async function tell(
  interaction: RepliableInteraction,
  sentence: string,
  taken = () => {},
): Promise<void> {
  const [first, ...more] = render([{ kind: 'text', text: text(sentence) }]);
  // What follows a public placeholder would be public like it.
  if (interaction.deferred && !interaction.replied && interaction.ephemeral === false)
    await interaction.deleteReply();
  if (interaction.deferred || interaction.replied) await interaction.followUp(post(first, true));
  else await interaction.reply(post(first, true)).then(taken);
  await followUp(interaction, more, true);
}

async function direct(
  interaction: RepliableInteraction,
  reply: MessageReply,
  [first, ...more]: Payloads,
  taken: () => void,
) {
  const hidden = reply.visibility === 'private';
  const source = replaceable(interaction, reply);
  if (source) await source.update(body(first));
  else await interaction.reply(post(first, hidden));
  taken();
  await followUp(interaction, more, hidden);
}

async function deferred(
  interaction: RepliableInteraction,
  reply: MessageReply,
  coming: Promise<Payloads>,
  taken: () => void,
) {
  const hidden = reply.visibility === 'private';
  const source = replaceable(interaction, reply);
  if (source) await source.deferUpdate();
  else await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  taken();
  const [first, ...more] = await coming;
  await interaction.editReply(body(first));
  await followUp(interaction, more, hidden);
}

async function followUp(interaction: RepliableInteraction, payloads: readonly Payload[], hidden: boolean) {
  for (const payload of payloads) await interaction.followUp(post(payload, hidden));
}

async function openForm(interaction: RepliableInteraction, form: Form, taken: () => void) {
  // Discord opens no form in answer to a form.
  if (!interaction.isModalSubmit()) await interaction.showModal(modalOf(form)).then(taken);
  else if ('command' in form.to)
    await tell(interaction, `Type /${form.to.command} and fill in its options.`, taken);
  else await tell(interaction, 'Press the button for this once more, and fill in the form anew.', taken);
}

/** The private message that a click was on, where the reply takes its place. Messages for everyone are never changed by a click. */
function replaceable(interaction: RepliableInteraction, { replace, visibility }: MessageReply) {
  if (!replace || visibility !== 'private') return undefined;
  const onMessage =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  return onMessage && interaction.message.flags.has(MessageFlags.Ephemeral) ? interaction : undefined;
}

function post(payload: Payload, hidden: boolean) {
  return hidden ? { ...body(payload), flags: MessageFlags.Ephemeral as const } : body(payload);
}

/** The payload in the words of discord.js. */
function body({ content, embeds, components, allowed_mentions, files }: Payload) {
  return {
    content,
    embeds,
    components,
    allowedMentions: allowed_mentions,
    files: files.map(({ name, content }) => ({ name, attachment: Buffer.from(content) })),
  };
}
