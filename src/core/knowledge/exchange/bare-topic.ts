import type { Source, Topic } from '../types.ts';

/** A topic that has a name and nothing else yet. */
export function bareTopic(id: string, name: string, source: Source): Topic {
  return {
    id,
    name,
    aliases: [],
    related: [],
    summary: '',
    facts: [],
    confusions: [],
    asked: [],
    tips: [],
    questions: [],
    sources: [source],
  };
}
