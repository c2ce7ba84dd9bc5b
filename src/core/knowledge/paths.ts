import { idFrom, isId } from './ids.ts';
import { MAX_TOPIC_ID } from './types.ts';

/** The name of a file without its folder and ending: `network/waf.md` is `waf`. */
export function stemOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  return name.replace(/#.*$/, '').replace(/\.(?:md|markdown)$/i, '');
}

/** The id of the topic that a file holds, or that a link to a file means. */
export function topicIdOf(path: string): string {
  return categoryIdOf(stemOf(path));
}

/** The id of a category as a topic file names it. */
export function categoryIdOf(name: string): string {
  return isId(name, MAX_TOPIC_ID) ? name : idFrom(name, MAX_TOPIC_ID);
}
