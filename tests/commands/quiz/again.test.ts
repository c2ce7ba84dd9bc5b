import { expect, test } from 'vitest';
import { openHall } from '../../hall/hall.ts';
import { geography } from './geography.ts';

test.each([
  ['/quiz start geography level:2 questions:2', /Louvre|1755|Polish/],
  ['/quiz start france vs portugal questions:4', /wine|Louvre|2024|1755/],
])('“Play again” after %s is about the same', async (line, stems) => {
  const study = await openHall({ decks: [geography] });
  const ana = study.member('Ana');
  await ana.types(line);
  const opening = await study.sees(/Quiz: /);
  await ana.clicks(opening, 'Start now');
  await study.sees(/Question 1 of/);
  await ana.types('/quiz stop');
  const end = await study.sees(/Final standings|stopped/);
  await ana.clicks(end, 'Play again');
  const another = await study.sees(/Quiz: /);
  expect(another.text.replace(/\(.*?\)/g, '')).toBe(opening.text.replace(/\(.*?\)/g, ''));
  await ana.clicks(another, 'Start now');
  expect((await study.sees(/Question 1 of/)).text).toMatch(stems);
  expect((await study.sees(/Question 2 of/)).text).toMatch(stems);
  await study.stop();
});
