import type { Clock } from './ports.ts';
import type { State } from './state.ts';

type MoveListener = Parameters<Clock['onMove']>[0];

/** The movable clock with the handle that moves it. */
export interface MovableClock extends Clock {
  /**
   * Sets business time to `instant` and resolves when every listener has dealt with the move.
   * Rejects with a `ClockMovesForwardOnly` when `instant` lies before now; nothing changes then.
   */
  moveTo(instant: Date): Promise<void>;
}

/** Thrown by `moveTo` for an instant in the past of the movable clock. */
export class ClockMovesForwardOnly extends Error {
  readonly reason = 'clock-moves-forward-only';
}

const storedOffset = (state: State): number => {
  state.exec('CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset_ms INTEGER NOT NULL)');
  return Number(state.prepare('SELECT offset_ms FROM clock WHERE id = 1').get()?.offset_ms ?? 0);
};

/** Opens the movable clock; its offset in milliseconds is kept in `state`, so that a restart does not turn time back. */
export const openClock = (state: State): MovableClock => {
  let offset = storedOffset(state);
  const keep = state.prepare('INSERT OR REPLACE INTO clock (id, offset_ms) VALUES (1, ?)');
  const listeners: MoveListener[] = [];
  let lastMove: Promise<unknown> = Promise.resolve();

  const move = async (instant: Date) => {
    const from = new Date(Date.now() + offset);
    if (instant < from) throw new ClockMovesForwardOnly(`${instant.toISOString()} lies before ${from.toISOString()}`);
    offset = instant.getTime() - Date.now();
    keep.run(offset);
    await Promise.all(listeners.map((listener) => listener(from, instant)));
  };

  return {
    now: () => new Date(Date.now() + offset),
    offsetMs: () => offset,
    onMove: (listener) => void listeners.push(listener),
    moveTo(instant) {
      // One move at a time: a listener sees whole intervals that neither overlap nor leave a gap.
      const moved = lastMove.then(() => move(instant));
      lastMove = moved.catch(() => undefined);
      return moved;
    },
  };
};
