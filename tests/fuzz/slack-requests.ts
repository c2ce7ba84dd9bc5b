import { createHmac } from 'node:crypto';
import type { Random } from '../../src/core/quiz/random.ts';
import type { Way } from './knock.ts';
import { garbled, pick, rubbish, spoilt, WORDS } from './nonsense.ts';

export const PATH = '/slack/events';
const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

/** A request of Slack's: its content type and its body. */
export interface Request {
  type: string;
  body: string;
}

/** What a way is made from. */
export interface Given {
  random: Random;
  request: Request;
  /** A number that no other has. */
  number: number;
}

/** Requests with something wrong, by the secret that Slack signs with. */
export function slackWays(secret: string): Way<Given>[] {
  const now = () => Math.floor(Date.now() / 1000);
  const signed = ({ type, body }: Request, seconds = now()) => ({
    path: PATH,
    headers: {
      'Content-Type': type,
      'X-Slack-Request-Timestamp': String(seconds),
      'X-Slack-Signature': `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`,
    },
    body,
  });
  const way = (name: string, comesTo: readonly string[], knock: Way<Given>['knock']) => ({
    name,
    comesTo,
    knock,
  });
  // Nobody acknowledges what names no type: Bolt gives that up with 404 after three seconds.
  const readable = ['200', '404', '500'];

  return [
    way('unsigned', ['401'], ({ request: { type, body } }) => ({
      path: PATH,
      headers: { 'Content-Type': type },
      body,
    })),
    way('wrongly signed', ['401'], ({ random, request }) => {
      const { headers, ...rest } = signed(request);
      const signature = pick(random, ['', 'v0=', `v0=${'0'.repeat(64)}`, 'v1=x', '\u00ff'.repeat(67)]);
      return { ...rest, headers: { ...headers, 'X-Slack-Signature': signature } };
    }),
    way('of another time', ['401'], ({ random, request }) =>
      signed(request, pick(random, [0, -1, now() - 600])),
    ),
    way('cut short after it was signed', ['401'], ({ random, request }) => {
      const whole = signed(request);
      return { ...whole, body: whole.body.slice(0, Math.floor(random() * whole.body.length)) };
    }),
    way('of the wrong type', ['400', '404'], ({ random, request: { type, body } }) =>
      signed({
        type: type === json ? form : pick(random, [json, 'text/plain', 'multipart/form-data', '']),
        body,
      }),
    ),
    way('spoilt', readable, ({ random, request, number }) => signed(twisted(random, request, number))),
    way('garbled', ['400', ...readable], ({ random, request: { type, body } }) => {
      // Bolt never answers a `null` that Slack signed; nobody else can send it.
      const wrong = random() < 0.2 ? rubbish(random).replace('null', '[null]') : garbled(random, body);
      return signed({ type, body: wrong });
    }),
    way('replayed', ['200', '404'], ({ request }) => signed(request)),
    way('to another path', ['404'], ({ random, request }) => ({
      ...signed(request),
      path: pick(random, ['/slack', '/slack/event%73', '/slack/events/', '/slack/../etc']),
    })),
    way('by another method', ['404'], ({ random, request }) => ({
      ...signed(request),
      method: pick(random, ['PUT', 'DELETE', 'PATCH']),
    })),
    way('cut off', ['cut'], ({ random, request }) => ({
      ...signed(request),
      cutAfter: Math.floor(random() * request.body.length),
    })),
  ];
}

/** Unsigned, and more than is ever read. */
export const huge: Way<unknown> = {
  name: 'huge',
  comesTo: ['413'],
  knock: () => ({ path: PATH, headers: { 'Content-Type': form }, body: WORDS.repeat(70_000) }),
};

/** The same with something wrong in it, and as new: what was seen before is left alone. */
function twisted(random: Random, { type, body }: Request, number: number): Request {
  const ids = { trigger_id: `fuzz-${number}`, event_id: `fuzz-${number}` };
  if (type === json) return { type, body: JSON.stringify(spoilt(random, { ...JSON.parse(body), ...ids })) };
  const { payload, ...fields } = Object.fromEntries(new URLSearchParams(body));
  const wrong = spoilt(random, { ...(payload === undefined ? fields : JSON.parse(payload)), ...ids });
  const sent: [string, unknown][] =
    payload === undefined ? Object.entries(Object(wrong)) : [['payload', wrong]];
  const printed = sent.map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { type, body: new URLSearchParams(printed).toString() };
}
