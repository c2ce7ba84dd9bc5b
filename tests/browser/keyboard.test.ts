import { describe, expect, test } from 'vitest';
import { noBrowser, type Visitor } from './visitor.ts';
import { visits } from './visits.ts';

describe.skipIf(noBrowser)(`the playground without a mouse${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let someone: Visitor;
  visits((visitor) => {
    someone = visitor;
  });

  test('the keyboard is enough', async () => {
    const { page, box } = someone;
    const { keyboard } = page;
    const focused = page.locator(':focus');
    await keyboard.press('Tab');
    await keyboard.press('Enter'); // the link past the sidebar
    expect(await box.evaluate((element) => element.matches(':focus'))).toBe(true);

    await keyboard.type('/a');
    await page.getByRole('option', { name: '/aws', selected: true }).waitFor();
    await keyboard.press('Enter');
    await keyboard.type('shi');
    await page.getByRole('option', { name: 'AWS Shield' }).waitFor();
    await keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'AWS Shield', selected: true }).waitFor();
    expect(await box.getAttribute('aria-activedescendant')).toBe('suggestions-study-ana-0');
    await keyboard.press('Enter');
    expect(await box.inputValue()).toBe('/aws AWS Shield');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await keyboard.press('Enter');
    await someone.sees('Ana used /aws AWS Shield');

    await keyboard.press('Shift+Tab');
    expect(await focused.textContent()).toContain('Menu of the message by Studyhall');
    await keyboard.press('Enter');
    expect(await focused.textContent()).toBe('As Discord gets it');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'As Slack gets it' }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused.textContent()).toContain('Menu of the message by Studyhall');

    await page.getByRole('radio', { name: 'Ana' }).focus();
    await keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'Ben' }).isChecked()).toBe(true);
  });

  test('Escape closes the suggestions and keeps what is typed', async () => {
    await someone.box.fill('/aws sh');
    await someone.page.getByRole('option').first().waitFor();
    await someone.box.press('Escape');
    await someone.page.getByRole('listbox').waitFor({ state: 'hidden' });
    expect(await someone.box.inputValue()).toBe('/aws sh');
  });

  test('has the landmarks and a log that announces what is new', async () => {
    const { page } = someone;
    for (const role of ['banner', 'main', 'navigation', 'log'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    await someone.becomes('Ben');
    await expect.poll(() => page.getByRole('log').getAttribute('aria-live')).toBe('polite');
  });
});
