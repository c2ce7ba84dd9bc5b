import { type Random, seeded } from '../../src/core/quiz/random.ts';
import { sumsFolder } from '../crash/deck.ts';
import { freePort } from '../servers/free-port.ts';
import type { Attack } from './attack.ts';
import { eventsCounted, refusalsCounted } from './metrics.ts';
import { pick } from './nonsense.ts';
import { type Subject, startSubject } from './subject.ts';

/** What came of a run. */
export interface Report {
  subject: Subject;
  /** What a member was answered on each way when all was over. */
  answers: string[];
  /** Bytes in use half-way and at the end. */
  heap: { half: number; end: number };
  /** Events by verdict, as the metrics have them. */
  metrics: Map<string, number>;
  /** Refused requests by status, likewise. */
  refusals: Map<string, number>;
  polluted: boolean;
  /** Whether it still ran. */
  alive: boolean;
}

/** Inputs between two looks whether the program is far behind. */
const BATCH = 200;

/**
 * Lets so many inputs loose on one program, of all attacks in turn, then asks it something on each way.
 *
 * @param reached told where the program's web server is
 */
export async function run(
  attacks: readonly Attack[],
  times: number,
  seed: string,
  reached: (address: string) => void = () => {},
): Promise<Report> {
  const port = await freePort();
  const env = { KNOWLEDGE_DIR: sumsFolder(), METRICS_PORT: `${port}` };
  const subject = startSubject(
    Object.assign(env, ...attacks.map((attack) => attack.env)),
    attacks.flatMap(({ secrets }) => secrets),
  );
  try {
    const [, address = ''] = await subject.says(/"address":"([^"]+)"/);
    reached(address);
    for (const { ready } of attacks) await subject.says(ready);
    for (const attack of attacks) await attack.prepare();
    const random = seeded(seed);
    await rain(attacks, times / 2, random);
    const { heap: half } = await subject.measure();
    await rain(attacks, times / 2, random);
    const { heap: end, polluted } = await subject.measure();
    const answers: string[] = [];
    for (const attack of attacks) answers.push(await attack.ask());
    const [metrics, refusals] = [await eventsCounted(port), await refusalsCounted(port)];
    const alive = subject.ended() === undefined;
    return { subject, answers, heap: { half, end }, metrics, refusals, polluted, alive };
  } finally {
    await subject.stop();
    for (const attack of attacks) await attack.close();
  }
}

async function rain(attacks: readonly Attack[], times: number, random: Random): Promise<void> {
  for (let sent = 0; sent < times; sent += BATCH) {
    for (let one = 0; one < Math.min(BATCH, times - sent); one += 1) await pick(random, attacks).send(random);
    for (const attack of attacks) await attack.keepStep();
  }
  for (const attack of attacks) await attack.settle();
}
