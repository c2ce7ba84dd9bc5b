import type { FakeSlack } from '../servers/slack.ts';
import { controlsIn, textIn } from '../servers/slack-blocks.ts';
import { WORDS } from './nonsense.ts';

/** One of each kind of thing that members do on Slack. */
export async function slackDeeds(slack: FakeSlack): Promise<void> {
  const ana = slack.member('Ana');
  const card = await ana.types('/sums addition');
  const [first] = controlsIn(card.blocks);
  await ana.clicks(card, textIn([{ text: first?.text }]));
  await ana.types('/quiz solo addition');
  await ana.mentions(`${WORDS} addition`);
  await ana.writes(`${WORDS} addition`);
  await ana.opensHome();
  await ana.picksMenu('menu:studyhall', `${WORDS} addition`);
  const help = await ana.types('/studyhall help');
  const form = await ana.clicks(help, 'Look something up');
  await ana.submits(form, { question: 'addition' });
}
