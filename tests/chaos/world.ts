import { inMemoryInbox } from '../../functions/notifications/inbox/in-memory.ts';
import { inMemoryMailRecords } from '../../functions/notifications/mail/records/in-memory.ts';
import { inMemoryDeadLetters } from '../../functions/platform/dead-letters/in-memory.ts';
import type { DeadLetter } from '../../functions/platform/dead-letters/port.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import type { CommitItem } from '../../functions/platform/event-store/commit-item.ts';
import { inMemoryEventStore } from '../../functions/platform/event-store/in-memory.ts';
import type { EventStore } from '../../functions/platform/event-store/port.ts';
import { inMemorySnapshots } from '../../functions/platform/event-store/snapshots/in-memory.ts';
import { inMemoryVault } from '../../functions/platform/event-store/vault/in-memory.ts';
import { inMemoryViewTable } from '../../functions/platform/view-store/in-memory.ts';
import { drawProfile, type FaultProfile, type Faults, faultsOf } from './faults.ts';
import { type LambdaFunction, lambdaFunctions } from './lambda-function.ts';
import { mailProvider } from './mail-provider.ts';
import type { Mutant } from './mutants.ts';
import { seeded } from './random.ts';
import { type Simulation, simulation } from './simulation.ts';
import { traceOf } from './trace.ts';
import { viewFeeds } from './view-feeds.ts';
import { wireOf } from './wire.ts';

/** How a run differs from what its seed alone says. */
export interface Wishes {
  mutant?: Mutant;
  /** Keeps every step for people to read. */
  keepsLines?: boolean;
  profile?: FaultProfile;
  backbone?: 'kafka' | 'eventbridge';
}

/** The business begins here; it moves on by days while the simulation moves on by milliseconds. */
const FIRST_DAY = Date.parse('2026-05-01T01:00:00Z');
const DAY_MS = 86_400_000;

/** What is true and lasting in a simulated system, whatever happens to the functions around it. */
export const worldOf = (seed: number, { mutant, keepsLines = false, profile, backbone }: Wishes = {}) => {
  const random = seeded(seed);
  const sim: Simulation = simulation(random, traceOf({ keepsLines }));
  const drawnBackbone = random.chance(0.5) ? ('kafka' as const) : ('eventbridge' as const);
  const drawnProfile = drawProfile(random);
  const faults: Faults = faultsOf(profile ?? drawnProfile, random);
  const commits: CommitItem[] = [];
  const commitListeners: ((item: CommitItem) => void)[] = [];
  const keeping = { vault: inMemoryVault(), blobs: inMemoryBlobs() };
  const announce = (item: CommitItem) => {
    for (const told of commitListeners) told(item);
  };
  const store: EventStore = inMemoryEventStore({
    ...keeping,
    committed(item) {
      commits.push(item);
      announce(item);
    },
  });
  const counters = new Map<string, number>();
  const heardBefore = new Set<string>();
  const counts = { gapsFilled: 0, duplicates: 0 };
  let daysPassed = 0;
  return {
    counts: counts as Readonly<typeof counts>,
    gapFilled: () => void counts.gapsFilled++,
    /** A listener was told of an event. */
    told(listener: string, eventId: string): void {
      const name = `${listener} ${eventId}`;
      if (heardBefore.has(name)) counts.duplicates++;
      heardBefore.add(name);
    },
    seed,
    sim,
    faults,
    mutant,
    backbone: backbone ?? drawnBackbone,
    wire: wireOf(sim, faults),
    lambda: lambdaFunctions(sim, faults),
    listeners: new Map<string, LambdaFunction>(),
    keeping,
    store,
    /** Every item that was ever put, in the order of their coming. */
    commits: commits as readonly CommitItem[],
    /** Tells the stream of an item. */
    announce,
    onCommit: (listener: (item: CommitItem) => void) => void commitListeners.push(listener),
    views: new Map(viewFeeds.map(({ listener }) => [listener, inMemoryViewTable()])),
    deadLetters: inMemoryDeadLetters(),
    snapshots: inMemorySnapshots(),
    inbox: inMemoryInbox(),
    mailRecords: inMemoryMailRecords(),
    provider: mailProvider(sim, faults),
    /** The next id of a kind, as this run's id maker makes it. */
    nextId(kind: string): string {
      const count = (counters.get(kind) ?? 0) + 1;
      counters.set(kind, count);
      return `${kind}-${count}`;
    },
    /** The time of the business. */
    today: () => new Date(FIRST_DAY + daysPassed * DAY_MS + sim.now()),
    passDays(count: number): void {
      daysPassed += count;
    },
    /** A listener that cannot take one event (the first one it sees) until somebody mends it. */
    sick: { listener: undefined as string | undefined, eventId: undefined as string | undefined, isMended: false },
    /** What lay there for a person when the faults were over, before it was sent again. */
    setAside: [] as DeadLetter[],
  };
};
export type World = ReturnType<typeof worldOf>;
