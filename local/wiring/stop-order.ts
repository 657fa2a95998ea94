import type { Log, Running } from '../ports.ts';

/** One part may take this long to stop before the next one is stopped anyway, milliseconds. */
const PATIENCE_MS = 2500;

/** Stops parts in the reverse order of their start; a part that fails or hangs does not keep the others running. */
export const stopOrder = (log: Log) => {
  const parts: { name: string; stop(): Promise<void> | void }[] = [];

  const stopOne = async ({ name, stop }: (typeof parts)[number]) => {
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), PATIENCE_MS);
    try {
      if ((await Promise.race([stop(), late.promise])) === 'late') log.warn('a part did not stop in time', { name });
    } catch (error) {
      log.warn('a part failed while stopping', { name, error: String(error) });
    }
    clearTimeout(timer);
  };

  return {
    /** Notes a part that was started, and gives it back. */
    add<Part extends Running>(name: string, part: Part): Part {
      parts.push({ name, stop: () => part.stop() });
      return part;
    },
    /** Notes something to be done at the end. */
    finally(name: string, stop: () => void) {
      parts.push({ name, stop });
    },
    async stop() {
      for (let part = parts.pop(); part; part = parts.pop()) await stopOne(part);
    },
  };
};
export type StopOrder = ReturnType<typeof stopOrder>;
