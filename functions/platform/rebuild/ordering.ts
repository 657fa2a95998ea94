import { begun, givenUp, handedOver, isUnderWay } from './state.ts';
import { changed, type ProjectionStates } from './states.ts';

type Ordered = { outcome: 'accepted'; rebuildId: string } | { outcome: 'rejected'; reason: 'rebuild-in-progress' };
type Cancelled = { outcome: 'accepted' } | { outcome: 'rejected'; reason: 'no-rebuild-in-progress' };

interface Needs {
  states: ProjectionStates;
  /** Has the maintenance function of a view run some time from now. */
  start(view: string): Promise<void>;
  newRebuildId(): string;
  /** Wall clock. */
  now(): Date;
}

/** Orders the rebuild of a view. One that nobody works on any more is taken up again instead, under its own id. */
export const orderRebuild =
  ({ states, start, newRebuildId, now }: Needs) =>
  async (view: string): Promise<Ordered> => {
    const state = await changed(states, view, (before) => {
      const isAbandoned = !before.lease || before.lease.until <= now().getTime();
      const next = isUnderWay(before.rebuild)
        ? isAbandoned && before
        : begun(before, newRebuildId(), now().toISOString());
      return next ? handedOver(next, now().getTime()) : undefined;
    });
    if (!state?.rebuild) return { outcome: 'rejected', reason: 'rebuild-in-progress' };
    await start(view);
    return { outcome: 'accepted', rebuildId: state.rebuild.rebuildId };
  };

/** Gives a rebuild up, unless what it built is live already. Whoever works on it notices; what was built is removed. */
export const cancelRebuild =
  ({ states, start }: Pick<Needs, 'states' | 'start'>) =>
  async (view: string): Promise<Cancelled> => {
    const state = await changed(states, view, (before) => givenUp(before, 'cancelled'));
    if (!state) return { outcome: 'rejected', reason: 'no-rebuild-in-progress' };
    await start(view);
    return { outcome: 'accepted' };
  };
