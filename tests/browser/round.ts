import { link, md, text, time } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Port } from '../../src/chat/port.ts';
import { vote } from './poll.ts';

const stem = text('Which service stops common SQL injection before it reaches a web application?');

const messages = {
  opening: (now: number): Message => [
    { kind: 'text', heading: true, text: text('A round on network protection') },
    { kind: 'text', text: text('10 questions, 60 seconds each. A point for every right answer.') },
    { kind: 'note', text: md`Begins at ${time(now + 30_000)}` },
    {
      kind: 'buttons',
      buttons: [
        { label: 'I’m in', action: 'poll:vote', primary: true },
        { label: 'Start now', action: 'poll:keep' },
      ],
    },
  ],
  question: (now: number): Message => [
    { kind: 'text', text: stem },
    vote('Pick one answer'),
    { kind: 'note', text: md`Question 1 of 10 · Closes at ${time(now + 60_000)}` },
  ],
  closed: (): Message => [
    { kind: 'text', text: stem },
    { kind: 'facts', items: [md`**A** AWS WAF`, md`**B** AWS Shield`, md`**C** AWS Config`] },
    { kind: 'note', text: text('This question is closed.') },
  ],
  reveal: (): Message => [
    { kind: 'text', text: md`The right answer is **A, AWS WAF**` },
    { kind: 'text', text: text('2 of 3 were right: Ana, Chloe') },
    { kind: 'facts', items: [md`**A** AWS WAF: 2`, md`**B** AWS Shield: 1`, md`**C** AWS Config: none`] },
    {
      kind: 'text',
      text: text('A web application firewall reads requests and blocks those that match its rules.'),
    },
    { kind: 'note', text: link('AWS WAF documentation', 'https://docs.aws.amazon.com/waf/') },
    {
      kind: 'facts',
      title: text('Standings'),
      items: [md`1. **Ana**: 1 right`, md`1. **Chloe**: 1 right`, md`3. **Ben**: none right`],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Next', action: 'poll:keep' },
        { label: 'Hold', action: 'poll:keep' },
        { label: 'Report this question', action: 'poll:complain' },
      ],
    },
  ],
};

/** Posts what a round posts, one message after another, in the channel that all share. */
export function pretendRound(port: Port) {
  const place = 'study';
  let keys = 0;
  const post = (message: Message, replyTo?: string) => {
    keys += 1;
    return port.post({ place, message, key: `round-${keys}`, ...(replyTo !== undefined && { replyTo }) });
  };
  return {
    opens: () => post(messages.opening(Date.now())),
    asks: () => post(messages.question(Date.now())),
    closes: (question: { id: string }) => port.edit(place, question.id, messages.closed()),
    reveals: (question: { id: string }) => post(messages.reveal(), question.id),
    says: (words: string) => post([{ kind: 'text', text: text(words) }]),
  };
}
