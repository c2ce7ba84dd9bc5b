import { type InteractionRecord, kinds, type Posted } from './discord-interactions.ts';
import { asMessage } from './discord-rest.ts';
import type { CommandShape, ModalShape } from './discord-rules.ts';

/** What a member needs of the Discord they are on. */
export interface World {
  application: { id: string; name: string };
  registered(): readonly CommandShape[];
  messages: readonly Posted[];
  /** Sends an interaction of a member to the bot; `source` is the message that was clicked on. */
  interact(
    kind: (typeof kinds)[keyof typeof kinds],
    member: MemberIdentity,
    data: object,
    source?: Posted,
  ): InteractionRecord;
  until(what: () => boolean): Promise<void>;
}

export interface MemberIdentity {
  id: string;
  name: string;
  nick?: string;
  where: 'server' | 'bot' | 'group';
}

/** A message as a member reads it. */
export interface Seen {
  /** Content and embeds, in reading order. */
  text: string;
  private: boolean;
  /** The labels on the buttons, and on the options of selects. */
  controls: readonly string[];
  posted: Posted;
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

  /** Sends a slash command; resolves with the first message in answer to it. */
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
    const record = this.#do(kinds.autocomplete, { ...this.#named(command, 1), options: [focused] });
    await this.#world.until(() => record.offered !== undefined);
    return record.offered ?? [];
  }

  /** Picks an entry in the menu of someone's message. */
  async picksInMenu(
    label: string,
    message: { content?: string; embeds?: { title?: string; description?: string }[] },
  ): Promise<Seen> {
    const found = asMessage('700', { id: '701', name: 'Someone' }, message);
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

  /** Clicks a button that opens a form. */
  async opensBy(seen: Seen, label: string): Promise<OpenForm> {
    return this.#form(this.#click(seen, label), seen.posted);
  }

  /** Picks options of the message's first select, by their labels. */
  async picks(seen: Seen, ...labels: string[]): Promise<Seen> {
    const select = controlsOf(seen.posted).find((control) => control.type === 3);
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
    return this.#world.messages
      .filter(({ deleted, onlyFor }) => !deleted && (onlyFor === undefined || onlyFor === this.#who.id))
      .map(asSeen);
  }

  #command(command: string, options: Record<string, OptionValue>): InteractionRecord {
    const { options: known = [] } = this.#world
      .registered()
      .find((one) => one.type === 1 && one.name === command) as {
      options?: { name: string; type: number; required?: boolean }[];
    };
    const forgotten = known.find(({ name, required }) => required && !(name in options));
    if (forgotten) throw new Error(`Discord asks for "${forgotten.name}" first.`);
    const given = Object.entries(options).map(([name, value]) => {
      const option = known.find((one) => one.name === name);
      if (!option) throw new Error(`There is no option "${name}" of /${command}.`);
      return { name, type: option.type, value };
    });
    return this.#do(kinds.command, { ...this.#named(command, 1), options: given });
  }

  #named(name: string, type: number): object {
    const known = this.#world.registered().some((one) => one.name === name && one.type === type);
    if (!known) throw new Error(`There is no "${name}" among the registered commands.`);
    return { id: '900', name, type };
  }

  #click(seen: Seen, label: string): InteractionRecord {
    const button = controlsOf(this.#visible(seen)).find(
      (control) => control.type === 2 && control.label === label,
    );
    if (!button || !('custom_id' in button))
      throw new Error(`There is no button "${label}" in: ${seen.controls.join(', ')}`);
    return this.#do(kinds.component, { custom_id: button.custom_id, component_type: 2 }, seen.posted);
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
    await this.#world.until(() => shown() !== undefined);
    return asSeen(shown() ?? never());
  }

  async #form(record: InteractionRecord, source: Posted | undefined): Promise<OpenForm> {
    await this.#world.until(() => record.form !== undefined);
    return { form: record.form ?? never(), source };
  }
}

/** A message as members read it. */
export function asSeen(posted: Posted): Seen {
  const { content = '', embeds = [] } = posted.body;
  return {
    text: [content, ...embeds.map(({ description }) => description)].filter(Boolean).join('\n'),
    private: posted.onlyFor !== undefined,
    controls: controlsOf(posted).flatMap((one) =>
      one.type === 2 ? [one.label] : one.options.map(({ label }) => label),
    ),
    posted,
  };
}

function controlsOf({ body }: Posted) {
  return (body.components ?? []).flatMap(({ components }) => [...components]);
}

function never(): never {
  throw new Error('It was there a moment ago.');
}
