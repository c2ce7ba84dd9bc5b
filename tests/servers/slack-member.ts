import { acknowledgement } from './slack-acknowledgement.ts';
import { controlIn, filled, type Json, textIn } from './slack-blocks.ts';
import { envelope } from './slack-envelope.ts';
import type { Kind } from './slack-transport.ts';
import type { Seen, World } from './slack-world.ts';

type Deliver = (kind: Kind, payload: Json) => Promise<unknown>;

/** Someone in the workspace, as a test plays them. Each deed resolves with the next thing that comes to be seen by them. */
export class Member {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  /** The direct conversation with the app. */
  readonly direct: string;
  readonly #world: World;
  readonly #deliver: Deliver;
  readonly #address: string;

  constructor(
    who: { id: string; name: string; team: string },
    world: World,
    deliver: Deliver,
    address: string,
  ) {
    this.id = who.id;
    this.name = who.name;
    this.team = who.team;
    this.direct = `D${who.id.slice(1)}`;
    this.#world = world;
    this.#deliver = deliver;
    this.#address = address;
  }

  /** Everything on this member's screen, oldest first. */
  get screen(): Seen[] {
    return this.#world.shown.filter((seen) => this.#world.visible(this.id, seen));
  }

  /** Types a slash command, as in `/aws shield`. */
  types(line: string, channel = 'C1'): Promise<Seen> {
    const [command = '', ...words] = line.split(' ');
    return this.#does('slash_commands', {
      command,
      text: words.join(' '),
      user_id: this.id,
      user_name: this.name,
      team_id: this.team,
      team_domain: 'study',
      channel_id: channel,
      channel_name: channel,
      response_url: this.#address + this.#world.passes.responseUrl(this.id, channel),
      trigger_id: this.#world.passes.trigger(this.id, false),
      api_app_id: 'A1',
      token: 'unused',
    });
  }

  /** Clicks a button by its label. */
  clicks(seen: Seen, label: string): Promise<Seen> {
    const named = (one: Json) => one.type === 'button' && textIn([{ text: one.text }]) === label;
    return this.acts(seen, controlIn(seen.blocks, named, label));
  }

  /** Ticks options of the first checkboxes, by the beginning of their labels, and sends them with the button beside. */
  async ticks(seen: Seen, labels: readonly string[]): Promise<Seen> {
    const boxes = controlIn(seen.blocks, (one) => one.type === 'checkboxes', 'checkboxes');
    const options = Array.isArray(boxes.options) ? boxes.options : [];
    const selected_options = options.filter((option) =>
      labels.some((label) => option.text.text.startsWith(label)),
    );
    const ticked = { ...boxes, selected_options };
    const { block_id, action_id, type } = boxes;
    const state = { values: { [String(block_id)]: { [String(action_id)]: { type, selected_options } } } };
    await this.#deliver('interactive', this.#action(seen, ticked, state));
    const beside = controlIn(
      seen.blocks,
      (one) => one.type === 'button' && one.block_id === block_id,
      'button beside the checkboxes',
    );
    return this.#does('interactive', this.#action(seen, beside, state));
  }

  /** Sends any action at all, also one that is on no screen. */
  acts(seen: Seen, action: Json): Promise<Seen> {
    return this.#does('interactive', this.#action(seen, action, { values: {} }));
  }

  /** Fills in a form by its fields' names and sends it; what was filled in already stays. Resolves with the form where it is refused. */
  submits(form: Seen, fields: Readonly<Record<string, string | boolean>>): Promise<Seen> {
    const values = Object.fromEntries(
      form.blocks
        .filter(({ type }) => type === 'input')
        .map(({ block_id, element }) => [
          block_id,
          { value: filled(element as Json, fields[String(block_id)]) },
        ]),
    );
    const view = { ...form.view, id: form.id, state: { values } };
    const sent = this.#interaction({ type: 'view_submission', view, response_urls: [] }, false);
    return this.#does('interactive', sent, form);
  }

  /** Picks an entry of a message's menu. */
  picksMenu(callback_id: string, text: string, channel = 'C1'): Promise<Seen> {
    const ts = this.#world.timestamp();
    const picked = this.#interaction(
      {
        type: 'message_action',
        callback_id,
        action_ts: ts,
        message_ts: ts,
        channel: { id: channel, name: channel },
        message: { type: 'message', ts, text },
        response_url: this.#address + this.#world.passes.responseUrl(this.id, channel),
      },
      false,
    );
    return this.#does('interactive', picked);
  }

  /** Writes in a channel, where the app is told nothing of it. */
  says(text: string, channel = 'C1'): void {
    this.#world.post({ text, blocks: [], channel, user: this.id });
  }

  /** Mentions the app in a channel. */
  mentions(said: string, channel = 'C1'): Promise<Seen> {
    return this.#happens({ type: 'app_mention', text: `<@${this.#world.bot}> ${said}`, channel });
  }

  /** Writes to the app directly. */
  writes(said: string): Promise<Seen> {
    return this.#happens({ type: 'message', channel_type: 'im', text: said, channel: this.direct });
  }

  opensHome(): Promise<Seen> {
    return this.#happens({ type: 'app_home_opened', tab: 'home', channel: this.direct });
  }

  /** The first thing on the screen, now or to come, whose text matches. */
  sees(pattern: RegExp): Promise<Seen> {
    const matches = (seen: Seen) => pattern.test(seen.text) || pattern.test(textIn(seen.blocks));
    const there = this.screen.find(matches);
    return there ? Promise.resolve(there) : this.#comes(matches, String(pattern));
  }

  /** Something that the app is told of and that nobody answers; resolves when the app has acknowledged it. */
  async happens(event: Json): Promise<void> {
    await this.#deliver('events_api', this.#envelope(event));
  }

  #happens(event: Json): Promise<Seen> {
    return this.#does('events_api', this.#envelope(event));
  }

  #envelope(event: Json): Json {
    const ts = this.#world.timestamp();
    return envelope(this.#world, { user: this.id, team: this.team, ts, event_ts: ts, ...event });
  }

  #action(seen: Seen, action: Json, state: Json): Json {
    const where =
      seen.kind === 'message'
        ? {
            container: {
              type: 'message',
              message_ts: seen.id,
              channel_id: seen.channel,
              is_ephemeral: seen.only !== undefined,
              ...(seen.thread ? { thread_ts: seen.thread } : {}),
            },
            channel: { id: seen.channel, name: seen.channel },
            message: { type: 'message', ts: seen.id, text: seen.text },
            response_url: this.#address + this.#world.passes.responseUrl(this.id, seen.channel ?? '', seen),
          }
        : { container: { type: 'view', view_id: seen.id }, view: { ...seen.view, id: seen.id } };
    const actions = [{ action_ts: this.#world.timestamp(), ...action }];
    return this.#interaction({ type: 'block_actions', actions, state, ...where }, seen.kind === 'modal');
  }

  #interaction(payload: Json, inModal: boolean): Json {
    return {
      user: { id: this.id, username: this.name, name: this.name, team_id: this.team },
      team: { id: this.#world.team, domain: 'study' },
      trigger_id: this.#world.passes.trigger(this.id, inModal),
      api_app_id: 'A1',
      token: 'unused',
      ...payload,
    };
  }

  async #does(kind: Kind, payload: Json, form?: Seen): Promise<Seen> {
    const answers = (seen: Seen) => kind === 'events_api' || this.#isAnswer(seen, payload.response_url);
    const next = this.#comes(answers, `an answer to ${kind}`);
    const acknowledged = this.#deliver(kind, payload).then((said) => {
      const { action, errors } = acknowledgement(said);
      if (action === 'clear') this.#world.modals.delete(this.id);
      if (form && errors) this.#world.edit(form, { errors });
    });
    const [seen] = await Promise.all([next, acknowledged]);
    return seen;
  }

  /** Not what comes meanwhile for everyone, or in answer to something else. */
  #isAnswer({ kind, channel, only, answers }: Seen, responseUrl: unknown): boolean {
    if (kind !== 'message' || channel === this.direct) return true;
    if (!answers) return only === this.id;
    return responseUrl === undefined
      ? answers.user === this.id
      : responseUrl === this.#address + answers.path;
  }

  #comes(matches: (seen: Seen) => boolean, what: string): Promise<Seen> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#world.off('seen', look);
      };
      const look = (seen: Seen) => {
        if (!this.#world.visible(this.id, seen) || !matches(seen)) return;
        done();
        resolve(seen);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`${this.name} waited in vain for ${what}.`));
      }, this.#world.patience);
      this.#world.on('seen', look);
    });
  }
}
