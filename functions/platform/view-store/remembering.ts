import { recent } from '../recent.ts';
import { idOf, type Row, type ViewStore } from './port.ts';

/** Rows and positions an instance remembers of its view. */
const MOST_REMEMBERED = 2_000;

/**
 * A view as its only kind of writer sees it: what this instance has read or written is not read again. Every write is
 * conditional, so that memory which has grown old loses its write, is forgotten, and is read the next time. For listeners
 * alone; a query must not answer from memory.
 */
export const rememberingViewStore = (view: ViewStore): ViewStore => {
  const rows = recent<{ row: Row | undefined; guard: number }>(MOST_REMEMBERED);
  const positions = recent<number>(MOST_REMEMBERED);
  return {
    query: (request) => view.query(request),
    get: async (key) => rows.get(idOf(key)) ?? rows.keep(idOf(key), await view.get(key)),
    position: async (stream) => positions.get(stream) ?? positions.keep(stream, await view.position(stream)),
    async put(row, guards) {
      const isWritten = await view.put(row, guards);
      if (isWritten) rows.keep(idOf(row), { row, guard: guards.to });
      else rows.forget(idOf(row));
      return isWritten;
    },
    async putAll(guarded, position) {
      const isWritten = await view.putAll(guarded, position);
      for (const { row, guard } of guarded)
        if (isWritten) rows.keep(idOf(row), { row, guard: guard + 1 });
        else rows.forget(idOf(row));
      if (isWritten) positions.keep(position.stream, position.to);
      else positions.forget(position.stream);
      return isWritten;
    },
  };
};
