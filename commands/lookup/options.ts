import type { Event } from '../../src/chat/event.ts';
import type { Suggestion } from '../../src/chat/options.ts';
import type { Visibility } from '../../src/chat/reply.ts';
import { serverKey } from '../../src/runtime/keys.ts';
import type { Settings } from '../../src/runtime/settings.ts';

/** The options of every command that looks something up. */
export function lookupOptions(summary: string, suggest: (typed: string) => readonly string[]) {
  const suggestions = (typed: string): Suggestion[] =>
    suggest(typed).map((name) => ({ label: name, value: name }));
  return {
    question: { type: 'text', summary, rest: true, longest: 1000, suggest: suggestions },
    private: { type: 'flag', summary: 'Show the answer to me alone' },
    public: { type: 'flag', summary: 'Show the answer to everyone here' },
  } as const;
}

/** Who is to see an answer: whom the asker chose, else whom the server has settled, else whom the platform's manner has see it. */
export function chosen(
  values: { private: boolean; public: boolean },
  event: Event,
  settings: Pick<Settings, 'of'>,
): Visibility {
  if (values.public) return 'public';
  if (values.private) return 'private';
  return settings.of(serverKey(event)).lookups ?? (event.manner === 'open' ? 'public' : 'private');
}
