import { controlsIn, filled, type Json, textIn } from './slack-blocks.ts';
import type { Kind } from './slack-transport.ts';
import type { Seen, World } from './slack-world.ts';

type Deliver = (kind: Kind, payload: Json) => Promise<unknown>;

/** Milliseconds after which a test is told what did not come. */
const PATIENCE = 4000;

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
      response_url: this.#address + this.#world.responseUrl(this.id, channel),
      trigger_id: this.#world.trigger(this.id, false),
      api_app_id: 'A1',
      token: 'unused',
    });
  }

  /** Clicks a button by its label. */
  clicks(seen: Seen, label: string): Promise<Seen> {
    const control = this.#control(
      seen,
      (one) => one.type === 'button' && textIn([{ text: one.text }]) === label,
      label,
    );
    return this.acts(seen, { ...control, value: control.value });
  }

  /** Ticks options of the first checkboxes, by the beginning of their labels. */
  ticks(seen: Seen, labels: readonly string[]): Promise<Seen> {
    const control = this.#control(seen, (one) => one.type === 'checkboxes', 'checkboxes');
    const options = Array.isArray(control.options) ? control.options : [];
    const selected_options = options.filter((option) =>
      labels.some((label) => option.text.text.startsWith(label)),
    );
    return this.acts(seen, { ...control, selected_options });
  }

  /** Sends any action at all, also one that is on no screen. */
  acts(seen: Seen, action: Json): Promise<Seen> {
    const inView = seen.kind !== 'message';
    const where = inView
      ? { container: { type: 'view', view_id: seen.id }, view: { ...seen.view, id: seen.id } }
      : {
          container: {
            type: 'message',
            message_ts: seen.id,
            channel_id: seen.channel,
            is_ephemeral: seen.only !== undefined,
            ...(seen.thread ? { thread_ts: seen.thread } : {}),
          },
          channel: { id: seen.channel, name: seen.channel },
          message: { type: 'message', ts: seen.id, text: seen.text },
          response_url: this.#address + this.#world.responseUrl(this.id, seen.channel ?? '', seen),
        };
    const action_ts = this.#world.timestamp();
    return this.#interacts(
      { type: 'block_actions', actions: [{ ...action, action_ts }], ...where },
      seen.kind === 'modal',
    );
  }

  /** Fills in a form by its fields' names and sends it; what was filled in already stays. */
  submits(form: Seen, fields: Readonly<Record<string, string | boolean>>): Promise<Seen> {
    const values = Object.fromEntries(
      form.blocks
        .filter(({ type }) => type === 'input')
        .map(({ block_id, element }) => [
          block_id,
          { value: filled(element as Json, fields[String(block_id)]) },
        ]),
    );
    const stack = this.#world.modals.get(this.id) ?? [];
    this.#world.modals.set(
      this.id,
      stack.filter((one) => one !== form),
    );
    return this.#interacts(
      { type: 'view_submission', view: { ...form.view, id: form.id, state: { values } }, response_urls: [] },
      false,
    );
  }

  /** Picks an entry of a message's menu. */
  picksMenu(callback_id: string, text: string, channel = 'C1'): Promise<Seen> {
    const ts = this.#world.timestamp();
    return this.#interacts(
      {
        type: 'message_action',
        callback_id,
        action_ts: ts,
        message_ts: ts,
        channel: { id: channel, name: channel },
        message: { type: 'message', ts, text },
        response_url: this.#address + this.#world.responseUrl(this.id, channel),
      },
      false,
    );
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
    return {
      type: 'event_callback',
      token: 'unused',
      team_id: this.#world.team,
      api_app_id: 'A1',
      event_id: this.#world.next('Ev'),
      event_time: Math.floor(Number(ts)),
      event: { user: this.id, team: this.team, ts, event_ts: ts, ...event },
    };
  }

  #interacts(payload: Json, inModal: boolean): Promise<Seen> {
    return this.#does('interactive', {
      user: { id: this.id, username: this.name, name: this.name, team_id: this.team },
      team: { id: this.#world.team, domain: 'study' },
      trigger_id: this.#world.trigger(this.id, inModal),
      api_app_id: 'A1',
      token: 'unused',
      ...payload,
    });
  }

  async #does(kind: Kind, payload: Json): Promise<Seen> {
    const next = this.#comes(() => true, `an answer to ${kind}`);
    const [seen, acknowledged] = await Promise.all([next, this.#deliver(kind, payload)]);
    if (kind === 'interactive' && isClear(acknowledged)) this.#world.modals.delete(this.id);
    return seen;
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
      }, PATIENCE);
      this.#world.on('seen', look);
    });
  }

  #control(seen: Seen, matches: (control: Json) => boolean, what: string): Json {
    const controls = controlsIn(seen.blocks);
    const found = controls.find(matches);
    if (!found)
      throw new Error(`There is no ${what} here, only ${controls.map((one) => textIn([one])).join(', ')}.`);
    return found;
  }
}

function isClear(acknowledged: unknown): boolean {
  return (
    typeof acknowledged === 'object' &&
    acknowledged !== null &&
    'response_action' in acknowledged &&
    acknowledged.response_action === 'clear'
  );
}
