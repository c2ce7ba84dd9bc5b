import type { Tables } from './types.ts';

/** Does something with the tables. */
type Do = <T>(work: (tables: Tables) => Promise<T>) => Promise<T>;

/** Tables whose calls all go through the caller's hands: those that only read, and those that change something. */
export function tablesThrough(read: Do, change: Do): Tables {
  return {
    rounds: {
      add: (...all) => change(({ rounds }) => rounds.add(...all)),
      at: (...all) => read(({ rounds }) => rounds.at(...all)),
      get: (...all) => read(({ rounds }) => rounds.get(...all)),
      save: (...all) => change(({ rounds }) => rounds.save(...all)),
      saveAll: (...all) => change(({ rounds }) => rounds.saveAll(...all)),
      due: (...all) => read(({ rounds }) => rounds.due(...all)),
      nextDeadline: (...all) => read(({ rounds }) => rounds.nextDeadline(...all)),
      live: (...all) => read(({ rounds }) => rounds.live(...all)),
      seen: (...all) => read(({ rounds }) => rounds.seen(...all)),
      lastDeck: (...all) => read(({ rounds }) => rounds.lastDeck(...all)),
    },
    records: {
      mark: (...all) => change(({ records }) => records.mark(...all)),
      add: (...all) => change(({ records }) => records.add(...all)),
      leaderboard: (...all) => read(({ records }) => records.leaderboard(...all)),
      score: (...all) => read(({ records }) => records.score(...all)),
      progress: (...all) => read(({ records }) => records.progress(...all)),
      mistakes: (...all) => read(({ records }) => records.mistakes(...all)),
    },
    outbox: {
      put: (...all) => change(({ outbox }) => outbox.put(...all)),
      take: (...all) => change(({ outbox }) => outbox.take(...all)),
      renew: (...all) => change(({ outbox }) => outbox.renew(...all)),
      done: (...all) => change(({ outbox }) => outbox.done(...all)),
      later: (...all) => change(({ outbox }) => outbox.later(...all)),
      withdraw: (...all) => change(({ outbox }) => outbox.withdraw(...all)),
      withdrawOf: (...all) => change(({ outbox }) => outbox.withdrawOf(...all)),
      nextDue: (...all) => read(({ outbox }) => outbox.nextDue(...all)),
    },
    solos: {
      add: (...all) => change(({ solos }) => solos.add(...all)),
      get: (...all) => read(({ solos }) => solos.get(...all)),
      answers: (...all) => read(({ solos }) => solos.answers(...all)),
    },
    servers: {
      changedSince: (...all) => read(({ servers }) => servers.changedSince(...all)),
      put: (...all) => change(({ servers }) => servers.put(...all)),
    },
    members: {
      hide: (...all) => change(({ members }) => members.hide(...all)),
      hidden: (...all) => read(({ members }) => members.hidden(...all)),
      everything: (...all) => read(({ members }) => members.everything(...all)),
      forget: (...all) => change(({ members }) => members.forget(...all)),
    },
    reports: {
      add: (...all) => change(({ reports }) => reports.add(...all)),
      since: (...all) => read(({ reports }) => reports.since(...all)),
      list: (...all) => read(({ reports }) => reports.list(...all)),
    },
    processes: {
      beat: (...all) => change(({ processes }) => processes.beat(...all)),
      join: (...all) => change(({ processes }) => processes.join(...all)),
      alive: (...all) => read(({ processes }) => processes.alive(...all)),
      lastBeat: (...all) => read(({ processes }) => processes.lastBeat(...all)),
      clear: (...all) => change(({ processes }) => processes.clear(...all)),
    },
    events: {
      take: (...all) => change(({ events }) => events.take(...all)),
      forget: (...all) => change(({ events }) => events.forget(...all)),
    },
    subscriptions: {
      put: (...all) => change(({ subscriptions }) => subscriptions.put(...all)),
      get: (...all) => read(({ subscriptions }) => subscriptions.get(...all)),
      at: (...all) => read(({ subscriptions }) => subscriptions.at(...all)),
      remove: (...all) => change(({ subscriptions }) => subscriptions.remove(...all)),
      due: (...all) => read(({ subscriptions }) => subscriptions.due(...all)),
      nextDue: (...all) => read(({ subscriptions }) => subscriptions.nextDue(...all)),
      after: (...all) => read(({ subscriptions }) => subscriptions.after(...all)),
      claim: (...all) => change(({ subscriptions }) => subscriptions.claim(...all)),
      claimed: (...all) => read(({ subscriptions }) => subscriptions.claimed(...all)),
      shown: (...all) => read(({ subscriptions }) => subscriptions.shown(...all)),
      setShown: (...all) => change(({ subscriptions }) => subscriptions.setShown(...all)),
    },
    dailies: {
      add: (...all) => change(({ dailies }) => dailies.add(...all)),
      get: (...all) => read(({ dailies }) => dailies.get(...all)),
      openAt: (...all) => read(({ dailies }) => dailies.openAt(...all)),
      posted: (...all) => change(({ dailies }) => dailies.posted(...all)),
      answer: (...all) => change(({ dailies }) => dailies.answer(...all)),
      answers: (...all) => read(({ dailies }) => dailies.answers(...all)),
      close: (...all) => change(({ dailies }) => dailies.close(...all)),
    },
    ageing: {
      answerers: (...all) => read(({ ageing }) => ageing.answerers(...all)),
      total: (...all) => change(({ ageing }) => ageing.total(...all)),
      drop: (...all) => change(({ ageing }) => ageing.drop(...all)),
    },
    departures: {
      servers: (...all) => read(({ departures }) => departures.servers(...all)),
      note: (...all) => change(({ departures }) => departures.note(...all)),
      clear: (...all) => change(({ departures }) => departures.clear(...all)),
      forget: (...all) => change(({ departures }) => departures.forget(...all)),
    },
    figures: { all: (...all) => read(({ figures }) => figures.all(...all)) },
  };
}
