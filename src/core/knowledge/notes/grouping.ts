import { bareName, type Definition, looksLikeName, splitDefinition } from './definition.ts';
import type { Heading, Item } from './outline.ts';
import { isAspect, words } from './words.ts';

/** An item that names something, taken apart. */
export interface Named extends Definition {
  item: Item;
}

/** Sub-headings that name sides of their parent ("Causes") become its items; so do the rest where most are such sides. */
export function foldAspects(heading: Heading): Heading {
  const children = heading.headings.map(foldAspects);
  const isSide = (child: Heading) => isAspect(child.title) && child.headings.length === 0;
  const sides = children.filter(isSide);
  if (heading.depth === 0 || sides.length === 0) return { ...heading, headings: children };
  const isMost =
    sides.length * 3 >= children.length * 2 && children.every((child) => child.headings.length === 0);
  const folded = isMost ? children : sides;
  const items = folded.map((child): Item => {
    const { title, line, items: below } = child;
    return { markdown: title, plain: title, line, isBullet: false, children: below };
  });
  return {
    ...heading,
    items: [...heading.items, ...items.filter((item) => item.children.length > 0)],
    headings: children.filter((child) => !folded.includes(child)),
  };
}

/** A heading and all below it, in the order of the file. */
export function flattenHeadings(heading: Heading): Heading[] {
  return [heading, ...heading.headings.flatMap(flattenHeadings)];
}

/** The items that name something and say something of it. */
export function namedItems({ items }: Heading): Named[] {
  return items.flatMap((item): Named[] => {
    const definition = splitDefinition(item.markdown);
    if (definition) return [{ ...definition, item }];
    const name = bareName(item.plain);
    const isTitle = item.children.length > 0 || item.isBullet;
    return isTitle && looksLikeName(name) ? [{ name, text: '', item }] : [];
  });
}

/**
 * Whether the items under a heading are topics rather than facts about the heading: most are names, written as names are, with something
 * said of each; and there are several, or nothing above them that could be the topic.
 */
export function namesTopics(heading: Heading, root: Heading): boolean {
  const named = namedItems(heading).filter(({ text, item }) => text !== '' || item.children.length > 0);
  const defined = named.filter(({ item }) => item.children.length === 0);
  const firstBullet = heading.items.findIndex((item) => item.isBullet);
  const counted = heading.items.slice(Math.max(firstBullet, 0));
  const enough = named.length * 3 >= counted.length * 2 && named.length > 0;
  if (heading === root) return enough;
  if (!enough || named.length < 2) return false;
  const isGroup = isPlural(heading.title) || /[&,]| and /.test(heading.title);
  if (defined.length * 2 > named.length && named.length < 3 && !isGroup) return false;
  const capitals = named.filter(({ name }) => !/^\p{Ll}/u.test(name)).length;
  if (capitals * 3 >= named.length * 2) return true;
  const short = named.every(({ name }) => words(name).length <= 3);
  return short && named.length > 2 && (isPlural(heading.title) || /^\p{Ll}/u.test(heading.title));
}

/** A heading over a single name, in a file where other headings group several. */
export function isLoneGroup(heading: Heading): boolean {
  const [only, ...others] = namedItems(heading);
  const isLone = others.length === 0 && heading.items.length === 1;
  return only !== undefined && isLone && only.item.children.length > 0 && /^\p{Lu}/u.test(only.name);
}

function isPlural(title: string): boolean {
  const last = words(title.replace(/\s*\([^()]*\)\s*$/, '')).at(-1) ?? '';
  return /s$/.test(last) && !/(?:ss|us|is|[^p]ics)$/.test(last) && last.length > 3;
}
