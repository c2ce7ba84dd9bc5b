import { allowedId } from './fields.ts';
import { shortHash } from './ids.ts';
import { fit, type Inline } from './inline.ts';
import { MAX_ITEM_ID } from './limits.ts';
import { type Page, plainText } from './markdown.ts';
import { foldText } from './names.ts';
import type { Tip } from './types.ts';

/** ` · id shield-tip-crowd` at the end of a tip. */
const written = /^(.*\S)\s+·\s+id\s+(\S+)$/s;

/** A tip from its bullet. Its id is the written one, or the topic's with a hash of the tip's text. */
export function readTip(page: Page, topicId: string, bullet: Inline): Tip {
  const [, markdown = bullet.markdown, id] = written.exec(bullet.markdown) ?? [];
  const plain = plainText(markdown);
  return {
    id: id
      ? allowedId(id, MAX_ITEM_ID, 'tip id', page.report, bullet.line)
      : `${topicId}-${shortHash(foldText(plain))}`,
    text: fit(page, { ...bullet, markdown, plain }, 'tip'),
  };
}
