import { shortHash } from '../knowledge/ids.ts';
import { plainText } from '../knowledge/markdown.ts';
import { foldText } from '../knowledge/names.ts';
import { whyNotAlone } from '../knowledge/notes/alone.ts';
import type { Source, Tip, Topic } from '../knowledge/types.ts';
import type { TipCandidate } from './choose.ts';

/**
 * All tips of some topics: those that are written or, for a topic without any (plain notes have none), what it says that stands alone.
 * The ids of facts are made as those of written tips are. To be called once for a deck that was read: a fact with markup is parsed again.
 *
 * @param deck the deck's id
 */
export function tipsOf(deck: string, topics: readonly Topic[]): TipCandidate[] {
  return topics.flatMap((topic) => {
    const { id, name, category } = topic;
    const from = { deck, topic: { id, name }, ...(category !== undefined && { category }) };
    const tips: (Tip & { source?: Source })[] = topic.tips.length > 0 ? topic.tips : factTips(topic);
    return tips.map((tip) => ({ ...from, ...tip }));
  });
}

/** The summary of plain notes is their first fact; where it stands is not kept, but where the topic begins. */
function factTips({ id, summary, facts, sources }: Topic): (Tip & { source?: Source })[] {
  return [{ text: summary, source: sources[0] }, ...facts].flatMap(({ text, source }) => {
    const plain = plainText(text);
    if (whyNotAlone(text, plain) !== undefined) return [];
    return [{ id: `${id}-${shortHash(foldText(plain))}`, text, ...(source && { source }) }];
  });
}
