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

export type Member = 'Ana' | 'Ben' | 'Chloe';

/** A conversation that is in view, and who writes in it. */
export interface Conversation {
  box: Locator;
  types(line: string): Promise<void>;
  clicks(button: string): Promise<void>;
  /** Waits until a message that holds these words is in view, and gives it. */
  sees(words: string | RegExp): Promise<Locator>;
  /** How many messages in view hold these words. */
  count(words: string): Promise<number>;
}

/** Someone at the playground, who is one member after another, or all side by side. */
export interface Visitor extends Conversation {
  page: Page;
  /** Everything that the browser complained about: scripts, the content policy, missing files. */
  complaints: string[];
  becomes(member: Member): Promise<void>;
  goesTo(place: '# study' | 'Direct message'): Promise<void>;
  /** Shows all members beside each other. */
  looksAtAll(): Promise<void>;
  /** A member's column, where all are beside each other. */
  column(member: Member): Conversation;
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
  await page.getByRole('combobox', { name: /^Write/ }).waitFor();

  return {
    page,
    complaints,
    ...conversationIn(page.getByRole('main')),
    becomes: (member) => page.getByRole('radio', { name: member }).check({ force: true }),
    goesTo: (place) => page.getByRole('button', { name: place }).click(),
    looksAtAll: () => page.getByRole('switch', { name: 'Side by side' }).click(),
    column: (member) => conversationIn(page.getByRole('region', { name: `as ${member} sees it` })),
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

function conversationIn(part: Locator): Conversation {
  const box = part.getByRole('combobox', { name: /^Write/ });
  const messages = (words: string | RegExp) => part.getByRole('article').filter({ hasText: words });
  return {
    box,
    async types(line) {
      await box.fill(line);
      await box.press('Enter');
    },
    clicks: (button) =>
      part.getByRole('log').getByRole('button', { name: button, exact: true }).last().click(),
    async sees(words) {
      const message = messages(words).filter({ visible: true }).last();
      await message.waitFor();
      return message;
    },
    count: (words) => messages(words).filter({ visible: true }).count(),
  };
}
