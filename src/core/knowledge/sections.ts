import type { Heading, RootContent } from 'mdast';

/** What stands under one heading. */
export interface Section {
  heading: Heading;
  body: RootContent[];
}

/** Splits nodes at the headings of `depth` and higher ones; `before` is what stands above the first. */
export function split(
  nodes: readonly RootContent[],
  depth: number,
): { before: RootContent[]; sections: Section[] } {
  const before: RootContent[] = [];
  const sections: Section[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth <= depth) sections.push({ heading: node, body: [] });
    else (sections.at(-1)?.body ?? before).push(node);
  }
  return { before, sections };
}
