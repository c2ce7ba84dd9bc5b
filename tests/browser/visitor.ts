import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why there can be no browser tests here; undefined when there can. */
export const noBrowser = existsSync(executablePath)
  ? undefined
  : `There is no ${executablePath}: set CHROMIUM.`;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Someone at the playground, who is one member after another. */
export interface Visitor {
  page: Page;
  /** Everything that the browser complained about: scripts, the content policy, missing files. */
  complaints: string[];
  box: Locator;
  becomes(member: 'Ana' | 'Ben' | 'Chloe'): Promise<void>;
  goesTo(place: '# study' | 'Direct message'): Promise<void>;
  types(line: string): Promise<void>;
  clicks(button: string): Promise<void>;
  /** Waits until a message that holds these words is in view, and gives it. */
  sees(words: string | RegExp): Promise<Locator>;
  /** How many messages in view hold these words. */
  count(words: string): Promise<number>;
  /** Opens the menu of a message and picks an entry. */
  picks(message: Locator, entry: string): Promise<void>;
  /** Keeps a picture for whoever wants to look. */
  shoots(name: string): Promise<void>;
  leaves(): Promise<void>;
}

/** Opens the playground in a fresh window. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  await page.getByRole('button', { name: '/studyhall' }).waitFor();

  const box = page.getByRole('combobox', { name: /^Write/ });
  const messages = (words: string | RegExp) => page.getByRole('article').filter({ hasText: words });
  return {
    page,
    complaints,
    box,
    becomes: (member) => page.getByRole('radio', { name: member }).check({ force: true }),
    goesTo: (place) => page.getByRole('button', { name: place }).click(),
    async types(line) {
      await box.fill(line);
      await box.press('Enter');
    },
    clicks: (button) =>
      page.getByRole('log').getByRole('button', { name: button, exact: true }).last().click(),
    async sees(words) {
      const message = messages(words).last();
      await message.waitFor();
      return message;
    },
    count: (words) => messages(words).count(),
    async picks(message, entry) {
      await message.getByRole('button', { name: /^Menu/ }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
    async shoots(name) {
      await page.screenshot({
        path: fileURLToPath(new URL(`../output/playground-${name}.png`, import.meta.url)),
      });
    },
    leaves: () => context.close(),
  };
}
