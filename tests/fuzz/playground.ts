import type { Random } from '../../src/core/quiz/random.ts';
import type { Attack } from './attack.ts';
import { type Knock, Knocker, type Way } from './knock.ts';
import { garbled, type Json, pick, rubbish, spoilt, WORDS } from './nonsense.ts';

const EVENTS = '/playground/events';
const inputs: readonly Json[] = [
  { kind: 'line', command: 'sums', text: `${WORDS} addition` },
  { kind: 'line', command: 'quiz', text: 'solo addition level:2' },
  { kind: 'command', command: 'sums', options: { question: 'addition', public: true } },
  { kind: 'command', command: 'quiz start', options: { topic: 'addition', questions: 3, seconds: 'none' } },
  { kind: 'action', action: 'sums:show:addition:public', values: [] },
  { kind: 'action', action: 'quiz:answer:no-such-round:0', values: ['1'] },
  { kind: 'action', action: 'quiz:start:sums:addition:5:60:1:study', values: [] },
  { kind: 'action', action: 'studyhall:set:hide:sums', values: [] },
  { kind: 'talk', text: `${WORDS} addition or subtraction` },
  { kind: 'menu', menu: 'studyhall', text: `${WORDS} addition` },
  { kind: 'home' },
];

/** What Node refuses before the program hears of it. */
const unreadable: readonly string[] = [
  ...['HELLO\r\n\r\n', '\u0000\u0001\u0002\r\n\r\n', 'GET  HTTP/9.9\r\n\r\n', 'POST / HTTP/1.1\r\n\r\n'],
  `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${WORDS.repeat(1000)}\r\n\r\n`,
  'GET / HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n',
  `POST ${EVENTS} HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n`,
  `POST ${EVENTS} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}`,
  `POST ${EVENTS} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
  `POST ${EVENTS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n`,
  `POST ${EVENTS} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: more\r\n\r\n`,
];

interface Given {
  random: Random;
  event: Json;
}

const ways: readonly Way<Given>[] = [
  way('spoilt', ['200', '400'], ({ random, event }) => posted(JSON.stringify(spoilt(random, event)))),
  way('garbled', ['400'], ({ random, event }) => posted(`${garbled(random, JSON.stringify(event))}{`)),
  way('rubbish', ['400'], ({ random }) => posted(rubbish(random))),
  way('from one member', ['200'], ({ event }) =>
    posted(JSON.stringify({ ...Object(event), member: { id: 'flood', name: 'Flood' } })),
  ),
  way('of the wrong type', ['415'], ({ random, event }) => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''];
    return { ...posted(JSON.stringify(event)), headers: { 'Content-Type': pick(random, types) } };
  }),
  way('from another page', ['403'], ({ random, event }) => {
    const Origin = pick(random, ['http://evil.example', 'null', 'http://localhost.evil.example']);
    return withHeaders(posted(JSON.stringify(event)), { Origin });
  }),
  way('by another name', ['403'], ({ random, event }) => {
    const Host = pick(random, ['evil.example', '127.0.0.1.evil.example', 'localhost.']);
    return withHeaders(posted(JSON.stringify(event)), { Host });
  }),
  way('suggestions', ['200'], ({ random }) => {
    const query = new URLSearchParams({
      command: pick(random, ['sums', 'quiz start', 'x']),
      option: pick(random, ['question', 'topic', '__proto__']),
      typed: pick(random, ['', 'add', '%00', '__proto__', 'a'.repeat(3000), '%e0%a4%a', ' '.repeat(500)]),
    });
    return { method: 'GET', path: `/playground/suggest?${query}`, headers: {} };
  }),
  way('to another path', ['404'], ({ random }) => {
    const paths = [
      '/playground/x',
      '/playground/%2e%2e/%2e%2e/package.json',
      '/playground/..%2fadapter.ts',
      '/%00',
    ];
    return { method: 'GET', path: pick(random, paths), headers: {} };
  }),
  {
    name: 'unreadable',
    comesTo: ['400', '417', '431'],
    knock: ({ random }) => ({ bytes: pick(random, unreadable) }),
  },
  way('cut off', ['cut'], ({ random, event }) => ({
    ...posted(JSON.stringify(event)),
    cutAfter: Math.floor(random() * 50),
  })),
];
const huge = way('huge', ['413'], () => posted(WORDS.repeat(5000)));

/** Requests to the playground. */
export function playgroundAttack(address: () => string): Attack {
  const knocker = new Knocker(address);
  let number = 0;
  /** By one of many members in one of many places, so that few of them ask too much. */
  const byAnybody = (random: Random): Json => {
    number += 1;
    const id = `m${number % 2000}`;
    const place = { id: `p${number % 50}`, direct: false };
    return { member: { id, name: id }, place, input: pick(random, inputs) };
  };

  return {
    name: 'Playground',
    env: { PLAYGROUND: 'on' },
    secrets: [WORDS],
    ready: /Playground: /,
    outcomes: knocker.outcomes,
    wrong: knocker.wrong,
    async prepare() {},
    async send(random) {
      const chosen = random() < 0.003 ? huge : pick(random, ways);
      await knocker.send(chosen, { random, event: byAnybody(random) });
    },
    keepStep: async () => {},
    settle: () => knocker.settle(),
    async ask() {
      const input = { kind: 'line', command: 'sums', text: 'addition' };
      const event = { member: { id: 'ben', name: 'Ben' }, place: { id: 'study', direct: false }, input };
      const { body, headers } = posted(JSON.stringify(event));
      return (await fetch(address() + EVENTS, { method: 'POST', headers, body: String(body) })).text();
    },
    async close() {
      knocker.close();
    },
  };
}

function way(name: string, comesTo: readonly string[], knock: (given: Given) => Knock): Way<Given> {
  return { name, comesTo, knock };
}

function posted(body: string): Knock {
  return { path: EVENTS, headers: { 'Content-Type': 'application/json' }, body };
}

function withHeaders(knock: Knock, headers: Record<string, string>): Knock {
  return { ...knock, headers: { ...knock.headers, ...headers } };
}
