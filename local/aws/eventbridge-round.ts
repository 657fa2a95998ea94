import type { Log } from '../ports.ts';
import type { Outbox, Parcel } from './eventbridge-outbox.ts';

interface RoundNeeds {
  outbox: Outbox;
  /** Carries one parcel; calls `tried` after its first attempt. */
  carry: (parcel: Parcel, tried: () => void) => Promise<void>;
  log: Log;
  /** Set when nothing new is begun. */
  stopped: AbortSignal;
  /** Set when the state may be closed: a parcel that ends later stays and is carried again after the next start. */
  closed: AbortSignal;
}

const IN_MEMORY = 1_000;

/** Keeps the parcels of the outbox going, each once at a time, a bounded number in memory. */
export const carrierRound = ({ outbox, carry, log, stopped, closed }: RoundNeeds) => {
  const running = new Set<Promise<void>>();
  const untried = new Map<number, Promise<void>>();
  let last = 0;

  const finish = async (parcel: Parcel, tried: () => void): Promise<void> => {
    try {
      await carry(parcel, tried);
      if (!closed.aborted) outbox.remove(parcel.id);
    } catch (error) {
      if (!stopped.aborted) log.error('an event could not be delivered', { error: String(error) });
    }
    tried();
  };
  const start = (parcel: Parcel): void => {
    const first = Promise.withResolvers<void>();
    untried.set(parcel.id, first.promise);
    const work = finish(parcel, () => {
      untried.delete(parcel.id);
      first.resolve();
    }).then(() => {
      running.delete(work);
      if (running.size === IN_MEMORY - 1) take();
    });
    running.add(work);
  };
  const take = (): void => {
    if (stopped.aborted || running.size >= IN_MEMORY) return;
    for (const parcel of outbox.after(last, IN_MEMORY - running.size)) {
      last = parcel.id;
      start(parcel);
    }
  };
  return {
    /** Begins with what is new in the outbox. */
    take,
    ended: () => Promise.all(running),
    /** Resolves when the parcels with these ids were tried for the first time. */
    async tried(ids: readonly number[]): Promise<void> {
      for (const id of ids) {
        while (id > last && running.size > 0) await Promise.race(running);
        await untried.get(id);
      }
    },
  };
};
