import { handedOver, isUnderWay, LEASE_MS, type ProjectionState } from './state.ts';
import { changed, type ProjectionStates } from './states.ts';

const LOOK_EVERY_MS = 1_000;

/** Somebody else works on the rebuild now, or it was cancelled: whoever gets this stops, and leaves things as they are. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** The right to work on the rebuild of one view. */
export interface Lease {
  /** Renews; answers the state. Throws `Interrupted` when it is somebody else's. */
  renew(): Promise<ProjectionState>;
  /** Changes the state and renews. Throws `Interrupted` also when the rebuild is not in the phase any more that it was. */
  save(change: (state: ProjectionState) => ProjectionState): Promise<ProjectionState>;
  /** Renews when it is time to. */
  beat(): Promise<void>;
  /** Gives it back; answers false, and keeps it, when there is work again. */
  release(): Promise<boolean>;
  /** Leaves it to the next invocation, which is under way. */
  handOver(): Promise<void>;
  /** Notes a fault and gives the lease back, so that anybody may try again. */
  fail(change: (state: ProjectionState) => ProjectionState): Promise<void>;
}

interface Holding {
  states: ProjectionStates;
  view: string;
  /** A name that nobody else has. */
  holder: string;
  /** Wall clock, milliseconds. */
  now(): number;
  pause(milliseconds: number): Promise<unknown>;
}

/**
 * Takes the lease as soon as it is free. Undefined when its holder shows a sign of life meanwhile: then the holder does
 * what there is to do. A holder that died shows none, and its lease ends.
 */
export const takeLease = async (holding: Holding): Promise<Lease | undefined> => {
  const { states, view, holder, now, pause } = holding;
  const seen = (await states.of(view)).lease;
  for (;;) {
    const taken = await changed(states, view, (state) =>
      isFree(state, now()) ? { ...state, lease: { holder, until: now() + LEASE_MS } } : undefined,
    );
    if (taken) return leaseOf(holding, taken);
    const { lease } = await states.of(view);
    if (lease?.holder !== seen?.holder || lease?.until !== seen?.until) return undefined;
    await pause(LOOK_EVERY_MS);
  }
};

/** The lease of an order is for whoever carries it out. */
const isFree = ({ lease, rebuild }: ProjectionState, now: number): boolean =>
  !lease || lease.until <= now || lease.holder === rebuild?.rebuildId;

const leaseOf = ({ states, view, holder, now }: Holding, taken: ProjectionState): Lease => {
  let known = taken;
  let renewedAt = now();
  const mine = (state: ProjectionState): ProjectionState => {
    if (state.lease?.holder !== holder) throw new Interrupted('the lease is somebody else’s');
    return state;
  };
  const update = async (change: (state: ProjectionState) => ProjectionState) => {
    const next = await changed(states, view, (state) => ({
      ...change(mine(state)),
      lease: { holder, until: now() + LEASE_MS },
    }));
    if (!next) throw new Interrupted('the state is gone');
    known = next;
    renewedAt = now();
    return next;
  };
  const inPhase = (change: (state: ProjectionState) => ProjectionState) => (state: ProjectionState) => {
    const [was, is] = [known.rebuild, state.rebuild];
    if (was?.rebuildId !== is?.rebuildId || was?.phase !== is?.phase) throw new Interrupted('the rebuild was given up');
    return change(state);
  };
  return {
    renew: () => update((state) => state),
    save: (change) => update(inPhase(change)),
    async beat() {
      if (now() - renewedAt > LEASE_MS / 6) await update(inPhase((state) => state));
    },
    async release() {
      const released = await changed(states, view, (state) =>
        isUnderWay(state.rebuild) ? undefined : without(mine(state)),
      );
      return released !== undefined;
    },
    handOver: async () => void (await changed(states, view, (state) => handedOver(mine(state), now()))),
    fail: async (change) => void (await changed(states, view, (state) => without(change(mine(state))))),
  };
};

const without = ({ lease: _, ...state }: ProjectionState): ProjectionState => state;
