import { sums } from './deck.ts';
import { planOf } from './players.ts';
import type { PlayedRound } from './round.ts';
import { type Sighting, stemsOf } from './sightings.ts';
import type { Table } from './table.ts';

export interface Promised {
  /** Whether the platform can tell what it has taken: then nothing stands there twice. */
  once: boolean;
  platform: Table['platform'];
}

/** What the round has promised and not kept, in words. */
export function broken(round: PlayedRound, promised: Promised): string[] {
  return [
    ...brokenOrder(round, promised),
    ...brokenAnswers(round),
    ...brokenStandings(round),
    ...(promised.once ? brokenControls(round) : []),
  ];
}

/** Opening; each question, open again only with a word, and its reveal; the end. */
function brokenOrder({ sightings }: PlayedRound, { once, platform }: Promised): string[] {
  const told = sightings.map(wordFor);
  const words = once ? told : told.filter((word, index) => word !== told[index - 1]);
  const fits = /^opening( question( back| again)* reveal)+ end$/.test(words.join(' '));
  const stems = words.filter((word) => word === 'question').length;
  const out = fits && stems === stemsOf(sightings).length ? [] : [`the order: ${told.join(' ')}`];
  if (platform === 'slack') return out;
  const questionBefore = (reveal: number) =>
    sightings.slice(0, reveal).findLast(({ subject }) => subject.kind === 'question')?.id;
  const astray = sightings.flatMap(({ subject, replyTo }, index) =>
    subject.kind === 'reveal' && replyTo !== questionBefore(index)
      ? [`reveal ${index} replies to ${replyTo}`]
      : [],
  );
  return [...out, ...astray];
}

function wordFor({ subject }: Sighting): string {
  return subject.kind === 'question' && subject.again ? 'again' : subject.kind;
}

/** One row for each player and question, as planned and as it was confirmed last. */
function brokenAnswers({ players, sightings, rows }: PlayedRound): string[] {
  const stems = stemsOf(sightings);
  const answers = rows.answers ?? [];
  const out = answers.length === stems.length * players.length ? [] : [`${answers.length} answers`];
  for (const [index, { person, confirmed, refusals }] of players.entries())
    for (const [position, stem] of stems.entries()) {
      const plan = planOf(index, stem).at(-1);
      const kept = answers.filter((row) => row.player === person.id && row.position === position);
      const right = plan === sums.find((sum) => sum.stem === stem)?.right;
      const given = confirmed.get(stem) ?? [];
      const isKept = kept.length === 1 && kept[0]?.right === (right ? 1 : 0);
      if (!isKept)
        out.push(
          `${person.name} planned ${plan} to ${stem}, confirmed ${given}, kept ${JSON.stringify(kept)}, told ${refusals}`,
        );
    }
  return out;
}

/** In the last message, and in the store, as an undisturbed round would have them. */
function brokenStandings({ players, sightings, rows }: PlayedRound): string[] {
  const stems = stemsOf(sightings);
  const scores = players
    .map(({ person }, index) => ({
      name: person.name,
      right: stems.filter((stem) => planOf(index, stem).at(-1) === rightTo(stem)).length,
    }))
    .sort((one, other) => other.right - one.right || (one.name < other.name ? -1 : 1));
  const expected = scores.map(({ name, right }) => {
    const place = scores.findIndex((other) => other.right === right) + 1;
    return `${place}. ${name}: ${right} right`;
  });
  const end = (sightings.at(-1)?.text ?? '').replaceAll(/[*\\]/g, '');
  const shown = end.match(/\d+\. P\d\d: \d+ right/g) ?? [];
  const [state] = (rows.rounds ?? []).map((row) => JSON.parse(String(row.state)));
  const kept: { name: string; right: number }[] = Object.values(state?.players ?? {});
  return [
    ...(shown.join() === expected.slice(0, 15).join()
      ? []
      : [`the standings: ${shown} instead of ${expected}`]),
    ...scores
      .filter(({ name, right }) => kept.find((one) => one.name === name)?.right !== right)
      .map(({ name, right }) => `${name} has ${right} right, the store ${JSON.stringify(kept)}`),
  ];
}

function rightTo(stem: string): string | undefined {
  return sums.find((sum) => sum.stem === stem)?.right;
}

/** No question can be answered any more. */
function brokenControls({ posts, sightings }: PlayedRound): string[] {
  const questions = sightings.filter(({ subject }) => subject.kind === 'question').map(({ id }) => id);
  return posts
    .filter(({ id, controls }) => questions.includes(id) && controls.length > 0)
    .map(({ text }) => `still open: ${text}`);
}
