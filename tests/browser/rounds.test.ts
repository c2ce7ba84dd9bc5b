import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHall } from './house.ts';
import { pretendRound } from './round.ts';
import { noBrowser, openBrowser, type Visitor, visit } from './visitor.ts';

describe.skipIf(noBrowser)(`what the bot posts by itself${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let house: House;
  let browser: Browser;
  let someone: Visitor;
  let round: ReturnType<typeof pretendRound>;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    house = await openHall();
    round = pretendRound(house.port);
    someone = await visit(browser, house.address);
  });
  afterEach(async () => {
    await someone.leaves();
    expect(someone.complaints).toEqual([]);
    await house.close();
  });

  test('reaches every member, and what one of them answers stays with them', async () => {
    await round.asks();
    await someone.sees('Which service stops');
    await someone.becomes('Ben');
    await someone.sees('Which service stops');
    await someone.clicks('A AWS WAF');
    await someone.sees(/Ben chose “A AWS WAF”.*Only you can see this.*Noted: AWS WAF/s);
    await someone.becomes('Chloe');
    expect(await someone.count('Noted')).toBe(0);
  });

  test('is there after a reload, and in a second window, as it stands by then', async () => {
    const question = await round.asks();
    await someone.sees('Pick one answer');
    const second = await visit(browser, house.address);
    await second.sees('Pick one answer');
    await round.closes(question);
    for (const window of [someone, second]) await window.sees('This question is closed');
    await round.reveals(question);
    await someone.page.reload();
    for (const window of [someone, second]) {
      await window.sees('The right answer is');
      expect(await window.count('This question is closed')).toBe(1);
      expect(await window.count('Pick one answer')).toBe(0);
    }
    await second.leaves();
  });

  test('leads back to the message that it answers', async () => {
    const question = await round.asks();
    await round.closes(question);
    await round.reveals(question);
    const reveal = await someone.sees('The right answer is');
    await reveal.getByRole('button', { name: /^In reply to “Which service stops/ }).click();
    expect(await someone.page.locator(':focus').textContent()).toContain('This question is closed');
  });

  test('moves nothing when it is edited, keeps the focus, and is not announced', async () => {
    const question = await round.asks();
    const asked = await someone.sees('Which service stops');
    await someone.types('/poll Something else?');
    const below = await someone.sees('For all');
    await asked.getByRole('button', { name: 'B AWS Shield' }).focus();
    const before = await below.boundingBox();
    await round.closes(question);
    await someone.sees('This question is closed');
    expect(await below.boundingBox()).toEqual(before);
    expect(await asked.evaluate((article) => article.matches(':focus'))).toBe(true);
    expect(await asked.getAttribute('aria-live')).toBe('off');
  });

  test('is followed by who reads the end, and leaves who reads further up in peace', async () => {
    for (let at = 1; at <= 12; at++) await round.asks();
    await round.says('The last one');
    const last = await someone.sees('The last one');
    const { page } = someone;
    await expect.poll(() => inView(last)).toBe(true);
    await page.locator('.scroller:visible').evaluate((scroller) => scroller.scrollTo(0, 0));
    await round.says('One more');
    const more = await someone.sees('One more');
    expect(await inView(more)).toBe(false);
    await someone.types('I am back');
    await expect.poll(() => inView(more)).toBe(true);
  });

  test('shows moments in the reader’s own time, counting down in silence', async () => {
    const abroad = await visit(browser, house.address, { locale: 'de-DE', timezoneId: 'Asia/Kolkata' });
    await round.asks();
    const asked = await abroad.sees('Closes at');
    const moment = asked.locator('.body time');
    const utc = (await moment.getAttribute('datetime')) ?? '';
    const local = new Intl.DateTimeFormat('de-DE', { timeStyle: 'medium', timeZone: 'Asia/Kolkata' });
    expect(await moment.textContent()).toBe(local.format(new Date(utc)));
    const timer = asked.getByRole('timer');
    const first = (await timer.textContent()) ?? '';
    expect(first).toMatch(/^ \(in\s(60|5\d)\ss\)$/);
    await expect.poll(() => timer.textContent(), { timeout: 5000 }).not.toBe(first);
    expect(await timer.getAttribute('aria-live')).toBe('off');
    await abroad.leaves();
  });

  test('is listened for anew when the server gives no sign of life', async () => {
    const { page } = someone;
    await page.clock.install();
    await page.reload();
    await round.says('Before');
    await someone.sees('Before');
    const listening = page.waitForRequest(/\/playground\/stream$/);
    await page.clock.fastForward(41_000);
    await listening;
    await round.says('After');
    await someone.sees('After');
    expect(await someone.count('Before')).toBe(1);
  });

  test('reaches a member alone in their own conversation', async () => {
    await house.port.direct(
      'ben',
      [{ kind: 'text', text: [{ kind: 'text', text: 'For Ben.' }] }],
      'direct-1',
    );
    await someone.goesTo('Direct message');
    expect(await someone.count('For Ben.')).toBe(0);
    await someone.becomes('Ben');
    await someone.sees('For Ben.');
  });

  async function inView(message: Awaited<ReturnType<Visitor['sees']>>): Promise<boolean> {
    return message.evaluate((article) => {
      const scroller = article.closest('.scroller')?.getBoundingClientRect();
      const { top, bottom } = article.getBoundingClientRect();
      return scroller !== undefined && top >= scroller.top && bottom <= scroller.bottom;
    });
  }
});

describe.skipIf(noBrowser)(`when the server is started again${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  test('the page keeps what it has and hears what is new, by itself', async () => {
    const browser = await openBrowser();
    const house = await openHall();
    const ana = await visit(browser, house.address);
    await pretendRound(house.port).says('Before');
    await ana.sees('Before');
    await house.close();
    await ana.page.getByText('Reconnecting…').waitFor();

    const again = await openHall(undefined, Number(new URL(house.address).port));
    await pretendRound(again.port).says('After');
    await ana.sees('After');
    await ana.sees('Before');
    await expect.poll(() => ana.page.getByText('Reconnecting…').count()).toBe(0);
    await browser.close();
    await again.close();
  });
});
