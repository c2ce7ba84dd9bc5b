import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type House, openHouse } from './house.ts';
import { openBrowser, type Visitor, visit } from './visitor.ts';

/** One house for all tests of a block, and for each of them a fresh window on it, of which the browser complains about nothing. */
export function visits(begins: (someone: Visitor) => void): void {
  let house: House;
  let browser: Browser;
  let someone: Visitor;

  beforeAll(async () => {
    house = await openHouse();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });
  beforeEach(async () => {
    someone = await visit(browser, house.address);
    begins(someone);
  });
  afterEach(async () => {
    await someone.leaves();
    expect(someone.complaints).toEqual([]);
  });
}
