import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHall, openHouse } from './house.ts';
import { pretendRound } from './round.ts';
import { noBrowser, openBrowser, visit } from './visitor.ts';

const legibility = readFileSync(new URL('legibility.js', import.meta.url), 'utf8');
const fine = { faint: [], tooWide: false, cutOff: false };
const sizes = { wide: { width: 1280, height: 860 }, phone: { width: 375, height: 740 } };

describe.skipIf(noBrowser)(`the playground’s looks${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    house = await openHouse();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  test.each([
    ['wide', 'light'],
    ['wide', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)(
    '%s and %s: every text has contrast enough and nothing is too wide',
    async (size, colorScheme) => {
      const someone = await visit(browser, house.address, { viewport: sizes[size], colorScheme });
      const legible = async () => {
        expect(await someone.page.evaluate(legibility)).toMatchObject(fine);
      };
      await legible();
      await someone.shoots(`${size}-${colorScheme}-welcome`);

      await someone.types(`/poll ${'endless'.repeat(40)}`);
      await someone.types('/poll Which two? picks:2');
      await someone.types('/aws shield vs waf');
      await someone.sees('What tells them apart');
      await legible();

      await someone.types('Who remembers what KMS is for?');
      await someone.becomes('Ben');
      await someone.types('/aws who patches the hypervisor?');
      await someone.sees('Ben used /aws who patches');
      await someone.types('/aws key');
      await someone.sees('Which of these');
      await someone.box.fill('/');
      await someone.page.getByRole('option').first().waitFor();
      await legible();
      await someone.box.fill('');
      await someone.page.getByRole('listbox').waitFor({ state: 'hidden' });
      await someone.shoots(`${size}-${colorScheme}`);

      await someone.types('/poll');
      await someone.page.getByRole('dialog').waitFor();
      await legible();
      expect(someone.complaints).toEqual([]);
      await someone.leaves();
    },
  );

  test.each(['light', 'dark'] as const)('a round in %s, side by side and on a phone', async (colorScheme) => {
    const hall = await openHall();
    const round = pretendRound(hall.port);
    const wide = await visit(browser, hall.address, { viewport: { width: 1440, height: 900 }, colorScheme });
    const phone = await visit(browser, hall.address, { viewport: { width: 390, height: 844 }, colorScheme });
    await wide.looksAtAll();
    await wide.shoots(`side-by-side-${colorScheme}-welcome`);
    const legible = async (...names: string[]) => {
      for (const [size, window] of Object.entries({ 'side-by-side': wide, phone })) {
        expect(await window.page.evaluate(legibility)).toMatchObject(fine);
        for (const name of names) await window.shoots(`${size}-${colorScheme}-${name}`);
      }
    };

    await round.opens();
    const question = await round.asks();
    await wide.column('Ben').sees('Which service stops');
    await wide.column('Ben').clicks('B AWS Shield');
    await wide.column('Ben').sees('Noted');
    await phone.clicks('A AWS WAF');
    await phone.sees('Noted');
    await legible('question');

    await round.closes(question);
    await wide.column('Chloe').sees('This question is closed');
    await legible('closed');
    await round.reveals(question);
    for (const window of [wide.column('Chloe'), phone]) await window.sees('The right answer is');
    await legible('reveal');
    expect([...wide.complaints, ...phone.complaints]).toEqual([]);
    await wide.leaves();
    await phone.leaves();
    await hall.close();
  });
});
