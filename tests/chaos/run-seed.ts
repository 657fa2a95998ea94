import type { Listener } from '../../events/subscriptions.ts';
import type { Category } from '../../events/topics.ts';
import type { DeadLetter } from '../../functions/platform/dead-letters/port.ts';
import { redrive } from '../../functions/platform/dead-letters/redrive.ts';
import { clientOf } from './client.ts';
import type { FaultKind, FaultProfile } from './faults.ts';
import { eventsOf } from './properties/aftermath.ts';
import { violationsOf } from './properties/all.ts';
import { type System, systemOn } from './system.ts';
import type { TraceLine } from './trace.ts';
import { dayBegins, startWorkload } from './workload.ts';
import { type Wishes, type World, worldOf } from './world.ts';

/** How one run went. */
export interface Run {
  seed: number;
  backbone: 'kafka' | 'eventbridge';
  profile: FaultProfile;
  /** What did not hold; empty for a good run. */
  violations: readonly string[];
  steps: number;
  /** Of every step; the same run has the same. */
  hash: string;
  fired: ReadonlyMap<FaultKind, number>;
  requests: number;
  commits: number;
  gapsFilled: number;
  /** Events that a listener was told more than once. */
  duplicates: number;
  trace: readonly TraceLine[];
}

/** More steps than any run needs: one that takes more goes round in circles. */
const MOST_STEPS = 100_000;
/** By then every loan that is still out is overdue. */
const LONG_AFTERWARDS = 40;

/** Longer than the lease of a mail whose outcome nobody knows. */
const A_PERSON_COMES_MS = 60_000;

/** Runs one seed to its end and judges what is left. The same seed is the same run. */
export const runSeed = async (seed: number, wishes: Wishes = {}): Promise<Run> => {
  const world = worldOf(seed, wishes);
  const { sim, faults } = world;
  const system = systemOn(world);
  const client = clientOf(world, system.commands);
  const poisoned = poison(world, system);
  const waiting = startWorkload(world, client, system.beginDay);
  const isDone = (await sim.drain(MOST_STEPS)) && (await recover(world, system, client));
  const after = {
    world,
    system,
    requests: client.requests,
    events: await eventsOf(world),
    waiting: waiting(),
    poisoned,
  };
  return {
    seed,
    backbone: world.backbone,
    profile: faults.profile,
    violations: [...(isDone ? [] : [`there is no end after ${sim.steps} steps`]), ...(await violationsOf(after))],
    steps: sim.steps,
    hash: sim.trace.hash(),
    fired: faults.fired,
    requests: client.requests.length,
    commits: world.commits.length,
    ...world.counts,
    trace: sim.trace.lines,
  };
};

/** A record that holds no event is known by where it came from; it will never be understood. */
const holdsAnEvent = ({ recordId, origin }: DeadLetter) => recordId !== origin;

/** A record for everybody who hears of a category, and a listener that cannot take the first event it gets. */
const poison = (world: World, system: System): readonly Listener[] => {
  const { sim, faults } = world;
  const poisoned: Listener[] = [];
  if (!faults.strikes('poison')) return poisoned;
  const category: Category = sim.random.pick(['account', 'shelf', 'loan', 'volume']);
  sim.after(sim.random.between(0, 2_000), () => void poisoned.push(...system.poison(category)));
  world.sick.listener = sim.random.pick([...system.listeners.keys()]);
  return poisoned;
};

/** No more faults; what was set aside is sent again after the mending; one more day begins. */
const recover = async (world: World, system: System, client: ReturnType<typeof clientOf>): Promise<boolean> => {
  const { sim, faults, deadLetters, sick, setAside } = world;
  faults.end();
  sick.isMended = true;
  const runConsumer = async (consumer: string, batch: unknown) => {
    const ran = await system.listeners.get(consumer as Listener)?.invoke(batch);
    if (!ran?.ok) throw new Error(ran?.why ?? `there is no ${consumer}`);
    return ran.payload;
  };
  const sendAgain = redrive({ box: deadLetters, runConsumer, now: world.today });
  setAside.push(...deadLetters.dead());
  sim.after(A_PERSON_COMES_MS, () => {
    for (const letter of setAside.filter(holdsAnEvent)) void sendAgain(letter);
  });
  if (!(await sim.drain(MOST_STEPS))) return false;
  void dayBegins(world, client, system.beginDay, LONG_AFTERWARDS);
  return sim.drain(MOST_STEPS);
};
