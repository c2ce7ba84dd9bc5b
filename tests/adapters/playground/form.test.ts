import { describe, expect, test } from 'vitest';
import { renderForm } from '../../../src/adapters/playground/form.ts';
import type { SingleCommand } from '../../../src/chat/command.ts';
import type { Given } from '../../../src/chat/options.ts';
import { poll } from './commands.ts';

const form = async (given: Given = {}, { options }: Pick<SingleCommand, 'options'> = poll) =>
  String(await renderForm({ to: { command: 'poll' }, title: '/poll', options, given }));

describe('a form', () => {
  test('has a control with a label for each option, in order', async () => {
    const shown = await form();
    expect([...shown.matchAll(/<label for="([^"]+)">([^<]+)</g)].map(([, id, label]) => [id, label])).toEqual(
      [
        ['option-what-to-ask', 'What to ask'],
        ['option-seconds', 'Seconds (optional)'],
        ['option-level', 'Level (optional)'],
        ['option-loud', 'Loud'],
      ],
    );
    expect([...shown.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g)].map(([, id]) => id)).toHaveLength(4);
  });

  test('checks as the option does', async () => {
    const shown = await form();
    expect(shown).toMatch(/name="what-to-ask"[^>]* required maxlength="80"/);
    expect(shown).toMatch(/name="seconds"[^>]* min="10" max="60"/);
  });

  test('is filled in with what was given', async () => {
    const shown = await form({ 'what-to-ask': '"why" <b>', seconds: 30, level: 'easy', loud: true });
    expect(shown).toContain('value="&quot;why&quot; &lt;b&gt;"');
    expect(shown).toContain('value="30"');
    expect(shown).toContain('<option value="easy" selected>');
    expect(shown).toMatch(/name="loud"[^>]* checked>/);
  });
});
