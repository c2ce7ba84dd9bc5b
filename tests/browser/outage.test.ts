import { describe, expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { noBrowser, openBrowser, visit } from './visitor.ts';

describe.skipIf(noBrowser)(`when the server goes away${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  test('one sentence says so, nothing typed is lost, and it can be tried again', async () => {
    const house = await openHouse();
    const browser = await openBrowser();
    const ana = await visit(browser, house.address);
    await ana.types('/aws shield');
    await ana.sees('Ana used /aws shield');
    await house.close();

    await ana.types('/aws macie');
    const alert = ana.page.getByRole('alert').filter({ hasText: 'Studyhall does not answer' });
    await alert.waitFor();
    expect(await ana.box.inputValue()).toBe('/aws macie');
    await ana.sees('Ana used /aws shield');

    const reopened = await openHouse(Number(new URL(house.address).port));
    await alert.getByRole('button', { name: 'Try again' }).click();
    await ana.sees('Ana used /aws macie');
    expect(await ana.box.inputValue()).toBe('');
    expect(await alert.isVisible()).toBe(false);

    await browser.close();
    await reopened.close();
  });
});
