import type { Event } from '../../src/chat/event.ts';
import type { Suggestion } from '../../src/chat/options.ts';
import type { Visibility } from '../../src/chat/reply.ts';

/** The options of every command that looks something up. */
export function lookupOptions(summary: string, suggest: (typed: string) => readonly string[]) {
  const suggestions = (typed: string): Suggestion[] =>
    suggest(typed).map((name) => ({ label: name, value: name }));
  return {
    question: { type: 'text', summary, rest: true, longest: 1000, suggest: suggestions },
    private: { type: 'flag', summary: 'Show the answer to me alone', where: 'open' },
    public: { type: 'flag', summary: 'Show the answer to everyone here', where: 'quiet' },
  } as const;
}

/** Who is to see an answer: whom the asker chose, else whom the platform's manner has see it. */
export function chosen(values: { private: boolean; public: boolean }, { manner }: Event): Visibility {
  return values.public || (manner === 'open' && !values.private) ? 'public' : 'private';
}
