import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skippingClock } from '../hall/skipping.ts';
import { type House, openPlayedHouse } from './house.ts';
import { noBrowser, openBrowser, type Visitor, visit } from './visitor.ts';

describe.skipIf(noBrowser)(`a round in the playground${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const clock = skippingClock();
  let house: House;
  let browser: Browser;
  let table: Visitor;

  beforeAll(async () => {
    house = await openPlayedHouse(clock);
    browser = await openBrowser();
    table = await visit(browser, house.address, { viewport: { width: 1440, height: 900 } });
    await table.looksAtAll();
  });
  afterAll(async () => {
    await table.leaves();
    await browser.close();
    await house.close();
  });

  test('is played by three members side by side, from the opening to the standings', async () => {
    const [ana, ben, chloe] = (['Ana', 'Ben', 'Chloe'] as const).map(table.column);
    if (!ana || !ben || !chloe) throw new Error('three columns');
    const everyone = [ana, ben, chloe];
    await ana.types('/quiz start network protection questions:2 level:1');
    for (const column of everyone) await column.sees('Quiz: Network protection');
    await ben.clicks('I’m in');
    await ben.sees('You are in');
    expect(await ana.count('You are in')).toBe(0);
    await ben.clicks('Start now');
    await ben.sees('Only Ana, who started the round, or a moderator can do that.');
    await ana.clicks('Start now');

    const first = await ana.sees('Question 1 of 2');
    const choices = first.locator('[data-value]');
    await choices.nth(0).click();
    await ana.sees('Recorded: A');
    await (await ben.sees('Question 1 of 2')).locator('[data-value]').nth(1).click();
    await ben.sees('Recorded: B');
    expect(await ana.count('Recorded: B')).toBe(0);
    await table.shoots('round-question');
    clock.skip(63_000);
    for (const column of everyone) await column.sees(/Right answer: [A-D]/);
    await ana.sees('This question is closed');
    expect(await ana.count('Question 1 of 2')).toBe(0);
    await table.shoots('round-reveal');

    clock.skip(16_000);
    const second = await chloe.sees('Question 2 of 2');
    await second.locator('[data-value]').nth(1).click();
    await chloe.sees('Recorded: B');
    clock.skip(63_000);
    await ben.sees(/Right answer: [A-D]/);
    clock.skip(16_000);
    for (const column of everyone) await column.sees('The round on Network protection is over');
    await table.shoots('round-end');
    expect(table.complaints).toEqual([]);
  });

  test('and a tip a day is set up, previewed and posted for all', async () => {
    const [ana, ben, chloe] = (['Ana', 'Ben', 'Chloe'] as const).map(table.column);
    if (!ana || !ben || !chloe) throw new Error('three columns');
    await ben.types('/tips on shield timezone:berlin');
    await ben.sees('Only whoever manages this server can set that');
    await ana.types('/tips on shield timezone:berlin');
    await ana.sees('A tip about AWS Shield comes here every day at 09:00 (Europe/Berlin)');
    await ana.clicks('Post one now');
    for (const column of [ana, ben, chloe]) await column.sees('Tip of the day: AWS Shield');
    await chloe.clicks('Tell me more');
    await chloe.sees('AWS Shield is managed protection');
    await ben.clicks('Quiz me on this');
    await ben.sees(/Question 1 of \d+ · AWS Shield/);
    await table.shoots('tip');
    expect(table.complaints).toEqual([]);
  });

  test('is there for whoever comes later, on a phone too', async () => {
    const phone = await visit(browser, house.address, { viewport: { width: 390, height: 844 } });
    await phone.becomes('Ben');
    await phone.sees('The round on Network protection is over');
    await phone.clicks('Play again');
    await phone.sees('Your round on Network protection starts here');
    await phone.sees('Ben starts a round');
    await phone.types('/quiz stop');
    await phone.sees('was stopped');
    await phone.types('/quiz solo waf');
    const question = await phone.sees('Question 1 of');
    await question.locator('[data-value]').first().click();
    await phone.shoots('phone-solo');
    expect(phone.complaints).toEqual([]);
    await phone.leaves();
  });
});
