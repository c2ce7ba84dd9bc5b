import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { content } from './poll.ts';
import { noBrowser, type Visitor } from './visitor.ts';
import { visits } from './visits.ts';

describe.skipIf(noBrowser)(`the playground in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let someone: Visitor;
  visits((visitor) => {
    someone = visitor;
  });

  test('a welcome offers what can be asked', async () => {
    const examples = someone.page.getByRole('list', { name: 'Try one of these' }).getByRole('button');
    await expect.poll(() => examples.count()).toBe(3);
    await examples.first().click();
    await someone.sees('Ana used /aws');
    expect(await examples.first().isVisible()).toBe(false);
  });

  test('Ana asks with a slip of the pen, all see the answer, and what Ben asks of it is for Ben', async () => {
    await someone.types('/aws sheild');
    const answer = await someone.sees('Ana used /aws sheild');
    await answer.getByRole('heading', { name: 'AWS Shield' }).waitFor();

    await someone.becomes('Ben');
    await someone.sees('Ana used /aws sheild');
    await someone.clicks('AWS WAF');
    await someone.sees(/Ben chose “AWS WAF”.*Only you can see this.*firewall/s);
    expect(await someone.count('Ana used /aws sheild')).toBe(1);

    await someone.becomes('Ana');
    await someone.sees('Ana used /aws sheild');
    expect(await someone.count('Only you can see this')).toBe(0);

    await someone.becomes('Ben');
    await someone.sees('Only you can see this');
  });

  test('a question that fits several topics is answered with buttons, in the privacy that was asked for', async () => {
    await someone.types('/aws key');
    const which = await someone.sees(/Only you can see this.*Which of these do you mean/s);
    await which.getByRole('button').first().click();
    await someone.sees(/Ana chose “.*Documentation/s);
    await someone.becomes('Chloe');
    await someone.sees('Ana chose');
    expect(await someone.count('Which of these')).toBe(0);
  });

  test('browsing turns pages in place', async () => {
    await someone.types('/aws');
    const list = await someone.sees('Pick a category');
    await list.getByRole('button').first().click();
    await someone.sees('All topics');
    expect(await someone.count('Only you can see this')).toBe(1);
    await someone.clicks('All topics');
    await someone.sees('Pick a category');
    expect(await someone.count('Only you can see this')).toBe(1);
  });

  test('what a command needs is asked for in a form', async () => {
    await someone.types('/poll picks:2');
    const form = someone.page.getByRole('dialog', { name: '/poll' });
    await form.waitFor();
    expect(await form.getByLabel('Picks').inputValue()).toBe('2');
    await form.getByRole('button', { name: 'Send' }).click();
    expect(await form.isVisible()).toBe(true); // the question is still missing

    await form.getByLabel('Question').fill('Which two?');
    await form.getByLabel('Level').selectOption('The brave');
    await form.getByLabel('Loud').check();
    await form.getByRole('button', { name: 'Send' }).click();
    await someone.sees(/Ana used \/poll question:"Which two\?".*For brave, loudly/s);
    expect(await form.isVisible()).toBe(false);
  });

  test('a form that goes to a button’s action brings a value for each option', async () => {
    await someone.types('/poll Which one?');
    await someone.clicks('Complain');
    const form = someone.page.getByRole('dialog', { name: 'Complain about this' });
    expect(await form.getByLabel('Level').inputValue()).toBe('2');
    await form.getByLabel('Level').fill('');
    await form.getByLabel('Why').fill('Two of them are right');
    await form.getByRole('button', { name: 'Send' }).click();
    await someone.sees(/Ana sent “Complain about this”.*Heard: \["Two of them are right","",""\]/s);
    expect(await form.isVisible()).toBe(false);
  });

  test('what is to be kept is saved under its name, as it is', async () => {
    await someone.types('/poll Which one?');
    await someone.clicks('Keep it');
    await someone.sees('Here it is.');
    const saving = someone.page.waitForEvent('download');
    await someone.clicks('Save poll.json');
    const file = await saving;
    expect(file.suggestedFilename()).toBe('poll.json');
    expect(await readFile(await file.path(), 'utf8')).toBe(content);
  });

  test('subcommands are offered as commands are, with what may follow them', async () => {
    const { page, box } = someone;
    const offered = () => page.getByRole('option').locator('.offer').allTextContents();
    await box.fill('/qui');
    await expect.poll(offered).toEqual(expect.arrayContaining(['/quiz', '/quiz start', '/quiz stop']));
    await box.fill('/quiz st');
    await expect.poll(offered).toEqual(['/quiz start', '/quiz stop']);
    await box.press('Enter');
    expect(await box.inputValue()).toBe('/quiz start ');
    await box.pressSequentially('shi');
    await page.getByRole('option', { name: 'AWS Shield' }).waitFor();
    await box.fill('/quiz shi'); // the first subcommand need not be named
    await page.getByRole('option', { name: 'AWS Shield' }).click();
    expect(await box.inputValue()).toBe('/quiz AWS Shield');
    await someone.types('/quiz');
    await someone.sees(/Ana used \/quiz.*Only you can see this/s);
  });

  test('a choice of two takes exactly two', async () => {
    await someone.types('/poll Which two? picks:2');
    const asked = await someone.sees('For all');
    await asked.getByRole('checkbox', { name: 'AWS WAF' }).check();
    await someone.clicks('Answer with 2');
    expect(await someone.count('Noted')).toBe(0);
    await asked.getByRole('checkbox', { name: 'AWS Config' }).check();
    await someone.clicks('Answer with 2');
    await someone.sees(/Only you can see this.*Noted: AWS WAF and AWS Config/s);
  });

  test('a choice of one takes a click', async () => {
    await someone.types('/poll Which one?');
    await someone.sees('For all');
    await someone.clicks('B AWS Shield');
    await someone.sees('Noted: AWS Shield');
  });

  test('each answer can be seen as the other platforms get it', async () => {
    await someone.types('/aws shield');
    const answer = await someone.sees('Ana used /aws shield');
    for (const [platform, sign] of [
      ['Discord', '"allowed_mentions"'],
      ['Slack', '"blocks"'],
    ] as const) {
      await someone.picks(answer, `As ${platform} gets it`);
      const dialog = someone.page.getByRole('dialog', { name: `As ${platform} gets it` });
      expect(await dialog.textContent()).toContain(sign);
      if (platform === 'Discord') await someone.shoots('dialog');
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
  });

  test('members talk among themselves, and anything they say can be looked up', async () => {
    await someone.types('I mix up GuardDuty with the rest');
    const said = await someone.sees('I mix up GuardDuty');
    await someone.becomes('Ben');
    await someone.picks(said, 'Look this up');
    await someone.sees(/Ben used “Look this up”.*Only you can see this.*Amazon GuardDuty/s);
    expect(await someone.count('I mix up GuardDuty')).toBe(1);
  });

  test('the bot is spoken to by its name, or directly, where each member is alone with it', async () => {
    await someone.types('@Studyhall who patches the hypervisor?');
    await someone.sees('@Studyhall who patches');
    await someone.sees('Documentation');

    await someone.goesTo('Direct message');
    expect(await someone.count('')).toBe(0);
    await someone.types('what is macie');
    await someone.sees('Amazon Macie');
    await someone.becomes('Ben');
    expect(await someone.count('')).toBe(0);
    await someone.becomes('Ana');
    await someone.sees('what is macie');
  });

  test('markup that a member types stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)><b>bold</b> @everyone';
    await someone.types(hostile);
    await someone.sees('To ask Studyhall, begin with / or @Studyhall');
    await someone.types(`/poll ${hostile}`);
    await someone.sees('For all');
    expect(await someone.count(hostile)).toBe(2);
    expect(await someone.page.locator('.log b, .log .body img').count()).toBe(0);
  });
});
