import type { Random } from '../../src/core/quiz/random.ts';
import { startSlack } from '../servers/slack.ts';
import type { Attack } from './attack.ts';
import { afterTheLast } from './last.ts';
import { garbled, type Json, pick, rubbish, spoilt, WORDS } from './nonsense.ts';
import { slackDeeds } from './slack-deeds.ts';
import { count } from './subject.ts';
import { Tap } from './tap.ts';

type Envelope = { [name: string]: Json };

/** Socket Mode envelopes: the real Bolt, connected to the loopback Slack by way of a tap. */
export async function slackSocketAttack(): Promise<Attack> {
  const slack = await startSlack();
  const address = new URL(slack.apiUrl);
  const tap = await new Tap(() => `ws://${address.host}`).listening();
  const open = slack.world.openSocket;
  Object.assign(slack.world, { openSocket: () => open().replace(`ws://${address.host}`, tap.url) });
  slack.world.patience = 10_000;
  const outcomes = new Map<string, number>();
  const acknowledged = new Map<string, () => void>();
  let envelopes: Envelope[] = [];
  let number = 0;
  tap.hears = (frame) => {
    const { envelope_id: id }: { envelope_id?: unknown } = JSON.parse(frame);
    if (typeof id === 'string' && id.startsWith('envelope-')) return false;
    count(outcomes, 'acknowledged');
    if (typeof id === 'string') acknowledged.get(id)?.();
    return true;
  };

  /** One of many members in one of many places, so that few of them ask too much. */
  const anybody = (random: Random, envelope: Envelope): Envelope => {
    const [who, where] = [500, 50].map((most) => Math.floor(random() * most));
    return JSON.parse(
      JSON.stringify(envelope)
        .replaceAll(/"U1\d\d"/g, `"U9${who}"`)
        .replaceAll('"C1"', `"C9${where}"`),
    );
  };
  /** As new: what was seen before is left alone, and would try nothing. */
  const fresh = ({ payload, ...envelope }: Envelope): Envelope => {
    number += 1;
    const id = `fuzz-${number}`;
    const ids = { trigger_id: id, event_id: id };
    return { ...envelope, envelope_id: id, payload: { ...Object(payload), ...ids } };
  };
  const frame = (random: Random): string => {
    const envelope = anybody(random, pick(random, envelopes));
    const kind = random();
    if (kind < 0.6) return JSON.stringify(spoilt(random, fresh(envelope)));
    if (kind < 0.7) return JSON.stringify({ ...envelope, envelope_id: 'replayed' });
    if (kind < 0.85) return garbled(random, JSON.stringify(fresh(envelope)));
    if (kind < 0.95)
      return JSON.stringify({
        ...fresh(envelope),
        type: pick(random, ['', 'x', 'close', 'error', 'ws_message', 'slack_event', 7]),
      });
    return rubbish(random);
  };

  const keepStep = async () => {
    number += 1;
    const id = `settle-${number}`;
    const done = new Promise<void>((resolve) => acknowledged.set(id, resolve));
    const payload = {
      type: 'block_suggestion',
      team: { id: 'T1' },
      user: { id: 'U1' },
      action_id: 'x',
      block_id: 'x',
      value: '',
    };
    await tap.put(
      JSON.stringify({ envelope_id: id, type: 'interactive', payload, accepts_response_payload: true }),
    );
    await done;
    acknowledged.delete(id);
  };

  return {
    name: 'Slack, Socket Mode',
    env: { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    secrets: [slack.botToken, slack.appToken, WORDS],
    ready: /Slack: connected as/,
    outcomes,
    wrong: [],
    async prepare() {
      tap.kept = [];
      await slackDeeds(slack);
      envelopes = tap.kept
        .map((kept): Envelope => JSON.parse(kept))
        .filter(({ payload }) => payload !== undefined);
      tap.kept = undefined;
    },
    async send(random) {
      await tap.put(frame(random));
      count(outcomes, 'frames');
    },
    keepStep,
    async settle() {
      await keepStep();
      await afterTheLast(slack.calls, outcomes);
      slack.faults.length = 0;
    },
    async ask() {
      return (await slack.member('Ben').types('/sums addition')).text;
    },
    async close() {
      await tap.close();
      await slack.close();
    },
  };
}
