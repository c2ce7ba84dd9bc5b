import { plainText } from '../markdown.ts';
import { foldName, foldText, nameKey } from '../names.ts';
import type { Fact } from '../types.ts';
import type { Draft } from './drafts.ts';
import { type NameForms, nameForms, sameKeys } from './names.ts';

/** All that the notes of a deck say of one topic. */
export interface Merged {
  forms: NameForms[];
  drafts: Draft[];
}

/** Brings together the drafts that mean the same thing: where the name of one is the name or the abbreviation of another. */
export function mergeDrafts(drafts: readonly Draft[]): Merged[] {
  let merged: Merged[] = [];
  const byName = new Map<string, Merged>();
  const byKey = new Map<string, Merged>();
  for (const draft of drafts) {
    const forms = nameForms(draft.name);
    const keys = sameKeys(forms);
    const found = [...keys.map((key) => byName.get(key)), byKey.get(nameKey(forms.main))];
    const same = new Set(found.filter((group) => group !== undefined));
    const group: Merged = {
      forms: [...[...same].flatMap((other) => other.forms), forms],
      drafts: [...[...same].flatMap((other) => other.drafts), draft],
    };
    const [first] = same;
    merged = first ? merged.filter((other) => other === first || !same.has(other)) : [...merged, group];
    if (first) merged[merged.indexOf(first)] = group;
    for (const member of group.forms) {
      byName.set(nameKey(member.main), group);
      for (const key of sameKeys(member)) byKey.set(key, group);
    }
  }
  return merged;
}

/** The name to show: with a capital in front, the longest, brackets aside; among equals the one with more capitals, then the first. */
export function bestName(forms: readonly NameForms[]): NameForms | undefined {
  const starts = ({ main }: NameForms) => (/^\p{Ll}/u.test(main) ? 0 : 1);
  const capitals = ({ main }: NameForms) => main.replaceAll(/[^\p{Lu}]/gu, '').length;
  const [best] = [...forms].sort(
    (a, b) => starts(b) - starts(a) || b.main.length - a.main.length || capitals(b) - capitals(a),
  );
  return best;
}

/** Every other name, each once (case, spaces and "AWS" or "Amazon" aside); the shorter spelling of two equal ones. */
export function aliasesOf(forms: readonly NameForms[], best: NameForms): string[] {
  const names = forms.flatMap(({ main, others }) => [...others, main]).sort((a, b) => a.length - b.length);
  const known = new Set([foldName(best.whole)]);
  return names.filter((name) => {
    const key = foldName(name);
    return !known.has(key) && known.add(key);
  });
}

/** Facts that say the same, once. */
export function distinctFacts(facts: readonly Fact[]): Fact[] {
  const known = new Set<string>();
  return facts.filter(({ text }) => {
    const key = foldText(plainText(text)) || text;
    return !known.has(key) && known.add(key);
  });
}
