import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHall } from './house.ts';
import { pretendRound } from './round.ts';
import { noBrowser, openBrowser, type Visitor, visit } from './visitor.ts';

describe.skipIf(noBrowser)(`all members side by side${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let house: House;
  let browser: Browser;
  let someone: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    house = await openHall();
    someone = await visit(browser, house.address, { viewport: { width: 1440, height: 900 } });
    await someone.looksAtAll();
  });
  afterEach(async () => {
    await someone.leaves();
    expect(someone.complaints).toEqual([]);
    await house.close();
  });

  test('each has a column, and acts in it as themselves', async () => {
    const round = pretendRound(house.port);
    const [ana, ben, chloe] = [someone.column('Ana'), someone.column('Ben'), someone.column('Chloe')];
    await ana.types('/poll Shall we play?');
    for (const column of [ana, ben, chloe]) await column.sees('Ana used /poll Shall we play?');

    const question = await round.asks();
    for (const column of [ana, ben, chloe]) await column.sees('Which service stops');
    await ana.clicks('A AWS WAF');
    await ana.sees('Ana chose “A AWS WAF”');
    await ben.clicks('B AWS Shield');
    await ben.sees('Noted: AWS Shield');
    await ben.clicks('A AWS WAF');
    await ben.sees('Noted: AWS WAF');
    expect([await ana.count('Noted'), await ben.count('Noted'), await chloe.count('Noted')]).toEqual([
      1, 2, 0,
    ]);

    await round.closes(question);
    await round.reveals(question);
    for (const column of [ana, ben, chloe]) {
      await column.sees('The right answer is');
      expect(await column.count('This question is closed')).toBe(1);
    }
    await chloe.types('That was close');
    for (const column of [ana, ben]) await column.sees('That was close');
  });

  test('a form that is opened in a column is sent as its member', async () => {
    const chloe = someone.column('Chloe');
    await chloe.types('/poll');
    const form = someone.page.getByRole('dialog', { name: '/poll' });
    await form.getByLabel('Question').fill('Ready?');
    await form.getByRole('button', { name: 'Send' }).click();
    await someone.column('Ana').sees('Chloe used /poll question:Ready?');
  });

  test('each has their own conversation with the bot too', async () => {
    await someone.goesTo('Direct message');
    await someone.column('Ben').types('hello there');
    await someone.column('Ben').sees('You said: hello there');
    expect(await someone.column('Ana').count('hello')).toBe(0);
  });

  test('what is new is announced once, in the column of who acted last', async () => {
    const speaking = () =>
      someone.page
        .getByRole('region')
        .filter({ visible: true, has: someone.page.locator('.log[aria-live=polite]') })
        .evaluateAll((regions) => regions.map((region) => region.ariaLabel));
    await expect.poll(speaking).toEqual(['# study as Ana sees it']);
    await someone.column('Ben').box.focus();
    await expect.poll(speaking).toEqual(['# study as Ben sees it']);
    await someone.looksAtAll(); // off again: whoever acted last stays
    expect(await someone.page.getByRole('radio', { name: 'Ben' }).isChecked()).toBe(true);
    await expect.poll(speaking).toEqual(['# study as Ben sees it']);
  });

  test('the keyboard is enough', async () => {
    const { page } = someone;
    const { keyboard } = page;
    await pretendRound(house.port).asks();
    await someone.column('Chloe').sees('Which service stops');
    await page.getByRole('switch', { name: 'Side by side' }).focus();
    const visited: string[] = [];
    for (let presses = 0; presses < 60 && visited.length < 3; presses++) {
      await keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.textContent()) !== 'A AWS WAF') continue;
      await keyboard.press('Enter');
      visited.push((await focused.evaluate((one) => one.closest('.pane')?.ariaLabel)) ?? '');
    }
    expect(visited).toEqual(['Ana', 'Ben', 'Chloe'].map((name) => `# study as ${name} sees it`));
    for (const name of ['Ana', 'Ben', 'Chloe'] as const)
      await someone.column(name).sees(`${name} chose “A AWS WAF”`);
  });

  test('where there is no room for three, there is one, and no switch', async () => {
    const { page } = someone;
    await page.setViewportSize({ width: 900, height: 800 });
    await expect.poll(() => page.getByRole('log').count()).toBe(1);
    expect(await page.getByRole('switch').count()).toBe(0);
    await someone.becomes('Ben');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => page.getByRole('log').count()).toBe(3);
  });
});
