import type { Channel, Permission } from './discord-channels.ts';
import { type InteractionRecord, kinds } from './discord-interactions.ts';
import type { Posted } from './discord-messages.ts';
import type { CommandShape, ModalShape, OptionShape } from './discord-rules.ts';
import { asSeen, buttonIn, controlsOf, type Seen } from './discord-seen.ts';
import { asMessage } from './discord-shapes.ts';

/** What a member needs of the Discord they are on. */
export interface World {
  registered(): readonly CommandShape[];
  messages(): readonly Posted[];
  /** Where a member is, and in their conversation with the bot. */
  channelOf(member: MemberIdentity): Channel;
  /** A message of a member. */
  say(member: MemberIdentity, text: string): Posted;
  /** Sends an interaction of a member to the bot; `source` is the message that was clicked on. */
  interact(
    kind: (typeof kinds)[keyof typeof kinds],
    member: MemberIdentity,
    data: object,
    source?: Posted,
  ): InteractionRecord;
}

export interface MemberIdentity {
  id: string;
  name: string;
  nick?: string;
  /** In the server, in the conversation with the bot, in a group, or in a server that the bot is not in. */
  where: 'server' | 'bot' | 'group' | 'elsewhere';
  /** Which channel of the server; the first one if left out. */
  channel?: Channel;
  /** What the member may do there. */
  may?: readonly Permission[];
}

/** A form that opened. */
export interface OpenForm {
  form: ModalShape;
  source: Posted | undefined;
}

type OptionValue = string | number | boolean;

/** Someone on Discord, who can do what Discord's own client lets them do. */
export class Member {
  readonly #world: World;
  readonly #who: MemberIdentity;

  constructor(world: World, who: MemberIdentity) {
    this.#world = world;
    this.#who = who;
  }

  get id(): string {
    return this.#who.id;
  }

  /** Where this member is. */
  get place(): Channel {
    return this.#world.channelOf(this.#who);
  }

  /** The same member in another channel. */
  in(channel: Channel): Member {
    return new Member(this.#world, { ...this.#who, where: 'server', channel });
  }

  /** The same member in their conversation with the bot. */
  get alone(): Member {
    return new Member(this.#world, { ...this.#who, where: 'bot' });
  }

  /** Says something to everyone. */
  says(text: string): Seen {
    return asSeen(this.#world.say(this.#who, text));
  }

  /** Sends a slash command, a subcommand as `quiz start`; resolves with the first message in answer to it. */
  async types(command: string, options: Record<string, OptionValue> = {}): Promise<Seen> {
    return this.#answer(this.#command(command, options));
  }

  /** Sends a slash command that opens a form. */
  async opens(command: string, options: Record<string, OptionValue> = {}): Promise<OpenForm> {
    return this.#form(this.#command(command, options), undefined);
  }

  /** What is offered for an option that is being typed. */
  async isOffered(
    command: string,
    option: string,
    typed: string,
  ): Promise<{ name: string; value: string }[]> {
    const focused = { type: 3, name: option, value: typed, focused: true };
    const { data, nested } = this.#typed(command);
    const record = this.#do(kinds.autocomplete, { ...data, options: nested([focused]) });
    await record.until(() => record.offered !== undefined);
    return record.offered ?? [];
  }

  /** Picks an entry in the menu of someone's message. */
  async picksInMenu(
    label: string,
    message: { content?: string; embeds?: { title?: string; description?: string }[] },
  ): Promise<Seen> {
    const posted = { id: '700', channel: this.place.id, replyTo: undefined };
    const found = asMessage(posted, { id: '701', name: 'Someone' }, message);
    return this.#answer(
      this.#do(kinds.command, {
        ...this.#named(label, 3),
        target_id: '700',
        resolved: { messages: { '700': found } },
      }),
    );
  }

  /** Clicks the button with this label. */
  async clicks(seen: Seen, label: string): Promise<Seen> {
    return this.#answer(this.#click(seen, label));
  }

  /** Clicks a button of the message as it was seen: the click was under way when the message was changed or deleted. */
  async clicksLate({ posted, body }: Seen, label: string): Promise<Seen> {
    const data = { custom_id: buttonIn(body, label), component_type: 2 };
    return this.#answer(this.#do(kinds.component, data, posted));
  }

  /** Clicks a button that opens a form. */
  async opensBy(seen: Seen, label: string): Promise<OpenForm> {
    return this.#form(this.#click(seen, label), seen.posted);
  }

  /** Picks options of the message's first select, by their labels. */
  async picks(seen: Seen, ...labels: string[]): Promise<Seen> {
    const select = controlsOf(seen.posted.body).find((control) => control.type === 3);
    if (select?.type !== 3) throw new Error(`There is nothing to select in: ${seen.text}`);
    const values = labels.map((label) => {
      const option = select.options.find((one) => one.label === label);
      if (!option) throw new Error(`There is no option "${label}".`);
      return option.value;
    });
    const data = { custom_id: select.custom_id, component_type: 3, values };
    return this.#answer(this.#do(kinds.component, data, this.#visible(seen)));
  }

  /** Fills in a form, by the labels of its fields, and submits it. What is not named stays as it stands there. */
  async fills({ form, source }: OpenForm, values: Record<string, string>): Promise<Seen> {
    const components = form.components.map(({ label, component }) => {
      const said = values[label];
      if (component.type === 4) {
        const value = said ?? component.value ?? '';
        return { type: 18, id: 1, component: { type: 4, id: 2, custom_id: component.custom_id, value } };
      }
      const chosen = component.options.filter((one) =>
        said === undefined ? one.default : one.label === said,
      );
      const picked = chosen.map(({ value }) => value);
      return {
        type: 18,
        id: 1,
        component: { type: 3, id: 2, custom_id: component.custom_id, values: picked },
      };
    });
    return this.#answer(this.#do(kinds.modal, { custom_id: form.custom_id, components }, source));
  }

  /** All messages that this member sees now, in order. */
  sees(): Seen[] {
    const here = this.place.id;
    return this.#world
      .messages()
      .filter(({ channel, deleted }) => channel === here && !deleted)
      .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === this.#who.id)
      .map(asSeen);
  }

  #command(command: string, options: Record<string, OptionValue>): InteractionRecord {
    const { data, known, nested } = this.#typed(command);
    const forgotten = known.find((one) => 'required' in one && one.required && !(one.name in options));
    if (forgotten) throw new Error(`Discord asks for "${forgotten.name}" first.`);
    const given = Object.entries(options).map(([name, value]) => {
      const option = known.find((one) => one.name === name);
      if (!option) throw new Error(`There is no option "${name}" of /${command}.`);
      return { name, type: option.type, value };
    });
    return this.#do(kinds.command, { ...data, options: nested(given) });
  }

  /** A slash command as it is registered: the options of it, or of its subcommand, and how those that are given are sent. */
  #typed(path: string) {
    const [name = '', sub] = path.split(' ');
    const command = this.#world.registered().find((one) => one.type === 1 && one.name === name);
    const options: readonly OptionShape[] = command?.type === 1 ? (command.options ?? []) : [];
    const data = this.#named(name, 1);
    if (sub === undefined && options.some(({ type }) => type === 1))
      throw new Error(`Discord asks for a subcommand of /${name}.`);
    if (sub === undefined) return { data, known: options, nested: (given: object[]) => given };
    const found = options.find((one) => one.type === 1 && one.name === sub);
    if (found?.type !== 1) throw new Error(`There is no "${sub}" of /${name}.`);
    const known: readonly OptionShape[] = found.options ?? [];
    return { data, known, nested: (given: object[]) => [{ name: sub, type: 1, options: given }] };
  }

  #named(name: string, type: number): object {
    const known = this.#world.registered().some((one) => one.name === name && one.type === type);
    if (!known) throw new Error(`There is no "${name}" among the registered commands.`);
    return { id: '900', name, type };
  }

  #click(seen: Seen, label: string): InteractionRecord {
    const data = { custom_id: buttonIn(this.#visible(seen).body, label), component_type: 2 };
    return this.#do(kinds.component, data, seen.posted);
  }

  #visible({ posted }: Seen): Posted {
    if (posted.deleted || (posted.onlyFor !== undefined && posted.onlyFor !== this.#who.id))
      throw new Error(`${this.#who.name} does not see that message.`);
    return posted;
  }

  #do(kind: (typeof kinds)[keyof typeof kinds], data: object, source?: Posted): InteractionRecord {
    return this.#world.interact(kind, this.#who, data, source);
  }

  async #answer(record: InteractionRecord): Promise<Seen> {
    const shown = () => record.posted.find(({ thinking, deleted }) => !thinking && !deleted);
    await record.until(() => shown() !== undefined);
    return asSeen(shown() ?? never());
  }

  async #form(record: InteractionRecord, source: Posted | undefined): Promise<OpenForm> {
    await record.until(() => record.form !== undefined);
    return { form: record.form ?? never(), source };
  }
}

function never(): never {
  throw new Error('It was there a moment ago.');
}
