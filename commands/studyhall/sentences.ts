import { type Markup, md } from '../../src/chat/markup.ts';
import type { Shelf } from '../../src/runtime/library.ts';

/** Everything that Studyhall says of itself, in one place. */
export const say = {
  summary: 'Help, settings, your data; or look something up in any deck',
  ask: 'Look something up in any deck',
  help: 'What Studyhall can do',
  settings: 'How Studyhall behaves in this server',
  hide: 'Take yourself off this server’s leaderboard',
  show: 'Be on this server’s leaderboard again',
  export: 'Everything that is kept about you, as a file',
  delete: 'Delete everything that is kept about you',
  reports: 'Questions that members have reported here',
  question: 'Something to look up, with the deck first if you like: aws shield',
  name: 'Studyhall',
  welcome: 'I am your study group’s companion. Ask me for anything in these decks:',
  noDecks:
    'I am your study group’s companion. This server sees no deck: whoever manages it can show one with /studyhall settings.',
  commands: md`**What you can type**`,
  besides: {
    open: md`You can also pick “Look this up” in the menu of any message.`,
    quiet: md`You can also write to me directly, mention me where I am a member, or pick “Look this up” in the menu of any message.`,
  },
  buttons: {
    lookUp: 'Look something up',
    round: 'Start a round here',
    solo: 'Quiz me alone',
    tips: 'A tip a day here',
    browse: (deck: string) => `Browse ${deck}`.slice(0, 75),
    delete: 'Delete everything about me',
    keep: 'Keep it',
  },
  menu: 'Look this up',
  namedNothing: md`I know none of the things that this message names. Type \`/studyhall help\` to see what I know.`,
  named: md`That message names these:`,
  deck: (shelf: Shelf): Markup => md`**${shelf.deck.name}**: ${topics(shelf)}, \`/${shelf.deck.command}\``,

  needsServer: 'That is for a server: type it in one of its channels.',
  needsManager:
    'Only whoever manages this server can do that: on Discord that takes “Manage Server”, on Slack an admin or owner.',
  settingsTitle: 'Settings of this server',
  starters: {
    everyone: md`**Rounds** may be started by everyone.`,
    moderators: md`**Rounds** may be started by moderators only.`,
  },
  lookups: {
    public: md`**Answers to lookups** are seen by everyone, unless the asker wants them private.`,
    private: md`**Answers to lookups** are seen by the asker, unless they want them public.`,
    usual: md`**Answers to lookups** are seen by everyone or by the asker, as is usual on this platform.`,
  },
  decks: (shown: string, hidden: string) =>
    hidden === '' ? md`**Decks:** ${shown}.` : md`**Decks:** ${shown || 'none'}. Hidden here: ${hidden}.`,
  settingButtons: {
    everyone: 'Let everyone start rounds',
    moderators: 'Let only moderators start rounds',
    public: 'Show lookups to everyone',
    private: 'Show lookups to the asker',
    hideDeck: (name: string) => `Hide ${name}`.slice(0, 75),
    showDeck: (name: string) => `Show ${name}`.slice(0, 75),
  },

  hidden: md`You are off this server’s leaderboard. \`/studyhall show\` puts you back.`,
  shown: md`You are on this server’s leaderboard.`,

  exported: md`This is everything that I keep about you.`,
  file: 'studyhall.json',
  confirmDelete: md`**This deletes your answers, your mistakes and everything else that I keep about you**, in all servers. In the standings of past rounds you become a “former member”. It cannot be undone.`,
  deleted: md`Everything about you is deleted.`,
  kept: md`Nothing was deleted.`,
  formerMember: 'former member',

  reportsTitle: md`**Reported here, the latest first**`,
  noReports: md`No question has been reported here.`,
  report: (text: string, stem: Markup, where: string) => md`“${text}” on: ${stem} (${where})`,
  reportGone: 'no longer in its deck',
};

function topics({ deck }: Shelf): string {
  return deck.topics.length === 1 ? 'one topic' : `${deck.topics.length} topics`;
}
