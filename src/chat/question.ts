import type { Question } from '../core/knowledge/types.ts';
import { parse } from './markup.ts';
import type { Message } from './message.ts';

/**
 * A question as it is asked: its stem first, so that a notification shows it, then what to choose from. Nothing in it tells the
 * right choices apart from the wrong ones: an option's value is its place in the file.
 *
 * @param action the action id that receives what is picked
 */
export function askQuestion({ stem, choices }: Question, action: string): Message {
  const picks = choices.filter(({ right }) => right).length;
  return [
    { kind: 'text', text: parse(stem) },
    {
      kind: 'choice',
      prompt: picks === 1 ? 'Pick one answer' : `Pick ${picks} answers`,
      action,
      picks,
      options: choices.map(({ text }, index) => ({ value: String(index), text: parse(text) })),
    },
  ];
}
