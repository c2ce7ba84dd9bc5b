import type { Tables } from '../types.ts';
import { ageingIn } from './ageing.ts';
import type { Context } from './context.ts';
import { dailiesIn } from './dailies.ts';
import { departuresIn } from './departures.ts';
import { eventsIn } from './events.ts';
import { figuresIn } from './figures.ts';
import { membersIn } from './members.ts';
import { outboxIn } from './outbox.ts';
import { processesIn } from './processes.ts';
import { recordsIn } from './records.ts';
import { reportsIn } from './reports.ts';
import { roundsIn } from './rounds.ts';
import { serversIn } from './servers.ts';
import { solosIn } from './solos.ts';
import { subscriptionsIn } from './subscriptions.ts';

/** All tables over one database. */
export function tablesIn(context: Context): Tables {
  return {
    rounds: roundsIn(context),
    records: recordsIn(context),
    outbox: outboxIn(context),
    solos: solosIn(context),
    servers: serversIn(context),
    members: membersIn(context),
    reports: reportsIn(context),
    processes: processesIn(context),
    events: eventsIn(context),
    subscriptions: subscriptionsIn(context),
    dailies: dailiesIn(context),
    ageing: ageingIn(context),
    departures: departuresIn(context),
    figures: figuresIn(context),
  };
}
