import { type FakeSlack, startSlack } from '../servers/slack.ts';
import { controlsIn, textIn } from '../servers/slack-blocks.ts';
import { outcomeOf, type Person, type Table } from './table.ts';
import type { Time } from './time.ts';

const CHANNEL = 'C1';
const granted = ['commands', 'chat:write', 'channels:read', 'groups:read', 'users:read'];

/** A channel of the loopback Slack, whose history the app may read or not. */
export async function slackTable(
  time: Time,
  { history }: { history: boolean },
): Promise<Table & { slack: FakeSlack }> {
  const slack = await startSlack({
    now: time.now,
    scopes: history ? [...granted, 'channels:history'] : granted,
  });
  const seen = (channel = CHANNEL) =>
    slack.posts(channel).filter(({ user, thread }) => user === undefined && thread === undefined);
  const postsIn = (channel: string) =>
    seen(channel).map(({ id, text, blocks }) => ({ id, text, controls: labels(blocks), replyTo: undefined }));
  const labels = (blocks: Parameters<typeof controlsIn>[0]) =>
    controlsIn(blocks).map((control) => textIn([{ text: control.text }]));
  const personIn = (name: string, channel = CHANNEL): Person => {
    const member = slack.member(name);
    slack.channel(channel, { botIsIn: true, members: [member] });
    return {
      name,
      id: `slack:${member.team}-${member.id}`,
      starts: (questions, seconds) =>
        outcomeOf(() => member.types(`/quiz start questions:${questions} seconds:${seconds}`, channel)),
      orders: (what) => outcomeOf(() => member.types(`/quiz ${what}`, channel)),
      looksUp: (words) => outcomeOf(() => member.types(`/sums ${words}`, channel)),
      letters: () => slack.posts(member.direct).map(({ text }) => text),
      whispers: () => member.screen.filter(({ only }) => only === member.id).map(({ text }) => text),
      clicks: ({ id, text }, label) =>
        outcomeOf(async () => {
          const on = seen(channel).find((one) => one.id === id);
          if (!on) throw new Error(`This is gone: ${text}`);
          return member.clicks(on, labels(on.blocks).find((one) => one.includes(label)) ?? label);
        }),
    };
  };
  return {
    platform: 'slack',
    slack,
    env: { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    posts: () => postsIn(CHANNEL),
    newChannel() {
      const manager = slack.member('Manager', slack.world.team, { admin: true });
      const id = slack.world.next('C');
      slack.channel(id, { botIsIn: true, members: [manager] });
      return {
        place: `slack:${id}`,
        posts: () => postsIn(id),
        turnsOn: ({ kind, time, timezone }) =>
          outcomeOf(() => manager.types(`/tips on kind:${kind} time:${time} timezone:${timezone}`, id)),
        person: (name) => personIn(name, id),
      };
    },
    person: (name) => personIn(name),
    guardedBy(guard) {
      slack.meddle(({ method }, moment) => (guard(method, moment) ? 'cut' : undefined));
    },
    close: slack.close,
  };
}
