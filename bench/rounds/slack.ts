import { startSlack } from '../../tests/servers/slack.ts';
import { controlsIn, textIn } from '../../tests/servers/slack-blocks.ts';
import type { Member } from '../../tests/servers/slack-member.ts';
import type { Seen } from '../../tests/servers/slack-world.ts';
import { type Hall, PLAYERS, type Player, PublicCalls, someOf, type Table } from './hall.ts';

/** What a question that wants several answers says. */
const SEVERAL = /Pick (\d+) answers/;

/** Milliseconds: an answer that comes late is measured, not missed. */
const PATIENCE = 60_000;

/** The tests' loopback Slack over Socket Mode, with a channel for each round. */
export async function slackHall(rounds: number): Promise<Hall<Seen>> {
  const slack = await startSlack();
  slack.world.patience = PATIENCE;
  const calls = new Map<unknown, PublicCalls>();
  slack.meddle(({ method, args }, moment) => {
    if (moment === 'after' && method.startsWith('chat.')) calls.get(args.channel)?.add();
    return undefined;
  });
  const tables = Array.from({ length: rounds }, (_, index): Table<Seen> => {
    const channel = `C${1000 + index}`;
    const own = new PublicCalls();
    calls.set(channel, own);
    const members = Array.from({ length: PLAYERS }, (_, seat) => slack.member(`Player ${seat + 1}`));
    slack.channel(channel, { botIsIn: true, members });
    return {
      players: members.map((member) => playerOf(member, channel)),
      calls: own,
      post: () => lastPost(slack.posts(channel)),
    };
  });
  return {
    env: { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    tables,
    connected: () => slack.socket.connected(),
    close: slack.close,
  };
}

function playerOf(member: Member, channel: string): Player<Seen> {
  return {
    starts: () => textOf(member.types('/quiz start questions:10 seconds:none', channel)),
    presses: (post, label) => textOf(member.clicks(post, label)),
    answers(post, seed) {
      const controls = controlsIn(post.blocks);
      const boxes = controls.find(({ type }) => type === 'checkboxes');
      if (boxes) {
        const options = Array.isArray(boxes.options) ? boxes.options : [];
        const [, wanted = ''] = SEVERAL.exec(textIn(post.blocks)) ?? [];
        const labels = someOf(options, Number(wanted), seed).map(({ text }) => String(text.text));
        return textOf(member.ticks(post, labels));
      }
      const choices = controls.filter(({ action_id }) => String(action_id).startsWith('quiz:answer'));
      const [choice] = someOf(choices, 1, seed);
      return textOf(member.clicks(post, choice ? textIn([{ text: choice.text }]) : 'an answer'));
    },
  };
}

async function textOf(seen: Promise<Seen>): Promise<string> {
  return (await seen).text;
}

function lastPost(posts: readonly Seen[]): Seen {
  const post = posts.findLast(({ blocks }) => controlsIn(blocks).length > 0);
  if (!post) throw new Error('Nothing was posted.');
  return { ...post };
}
