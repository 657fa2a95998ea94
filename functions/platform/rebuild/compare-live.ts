import { compare } from './compare.ts';
import type { Compared } from './maintenance-order.ts';
import type { ProjectionStates } from './states.ts';
import type { Workshop } from './work.ts';

class NotFinished extends Error {
  override readonly name = 'NotFinished';
}

/** An answer has to be small; whoever sees this many does not need more to know what to do. */
const MOST_DIFFERENCES = 100;
const LOOK_AGAIN_AFTER_MS = 250;

/** Compares the live generation with a fold of the event table, without a change; gives up when the time is up. */
export const compareLive = async (
  { projection, table, history, pause, states, view }: Workshop & { states: ProjectionStates; view: string },
  isTimeUp: () => boolean,
): Promise<Compared> => {
  const live = async () => (await states.of(view)).live;
  const generation = await live();
  const beat = async () => {
    if (isTimeUp()) throw new NotFinished();
  };
  try {
    const { compared, differences } = await compare({
      projection,
      table,
      generation,
      history,
      beat,
      async awaits() {
        await beat();
        await pause(LOOK_AGAIN_AFTER_MS);
      },
    });
    // A flip in between: what was compared is being removed.
    if ((await live()) !== generation) return { outcome: 'not-finished' };
    return { outcome: 'compared', compared, differences: differences.slice(0, MOST_DIFFERENCES) };
  } catch (error) {
    if (error instanceof NotFinished) return { outcome: 'not-finished' };
    throw error;
  }
};
