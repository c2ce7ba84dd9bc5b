import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { noBrowser, openBrowser, visit } from './visitor.ts';

const legibility = readFileSync(new URL('legibility.js', import.meta.url), 'utf8');
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
        expect(await someone.page.evaluate(legibility)).toMatchObject({ faint: [], tooWide: false });
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
});
