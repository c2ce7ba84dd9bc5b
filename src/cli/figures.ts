import { type Figures, figuresOf } from '../core/knowledge/figures/figures.ts';
import type { Deck } from '../core/knowledge/types.ts';

/** A deck's figures as lines to print: what it holds, and of what kinds its questions are. */
export function figureLines(deck: Deck): string[] {
  const figures = figuresOf(deck);
  const holds = [
    count(figures.topics, 'topic'),
    count(figures.facts, 'fact'),
    count(figures.questions, 'question'),
    count(figures.tips, 'tip'),
    count(figures.asked, 'way of asking', 'ways of asking'),
    count(figures.elsewhere, 'name elsewhere', 'names elsewhere'),
  ].join(', ');
  return figures.questions === 0 ? [holds] : [holds, ...questionLines(figures)];
}

/** A number and its noun, in the plural where there is not one. */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}

function questionLines({ kinds, levels, tasks, scenarios, tellingApart, four, longest }: Figures): string[] {
  const share = Math.round((longest / four) * 100);
  return [
    `questions: ${list(kinds, (kind) => kind)}`,
    `questions: ${count(scenarios, 'scenario')}, ${tellingApart} that tell neighbours apart`,
    `questions: ${list(levels, (level) => `level ${level}`)}`,
    ...(tasks.size > 1 || !tasks.has('')
      ? [`questions: ${list(tasks, (task) => (task === '' ? 'no task' : `task ${task}`))}`]
      : []),
    ...(four > 0 ? [`questions: the right choice is the longest in ${longest} of ${four} (${share} %)`] : []),
  ];
}

function list<T>(groups: ReadonlyMap<T, number>, label: (value: T) => string): string {
  return [...groups].map(([value, number]) => `${number} ${label(value)}`).join(', ');
}
