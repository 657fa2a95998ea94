import type { Activity } from './ports.ts';

/** What is still on its way right now; `GET /_local/idle` waits until it is empty. */
export interface ActivityReport extends Activity {
  pending(): Promise<readonly string[]>;
}

/** Counts running work by name and asks every registered source for its backlog. */
export const trackActivity = (): ActivityReport => {
  const running = new Map<string, number>();
  const sources: Parameters<Activity['source']>[0][] = [];

  return {
    begin(what) {
      running.set(what, (running.get(what) ?? 0) + 1);
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        const left = (running.get(what) ?? 1) - 1;
        if (left === 0) running.delete(what);
        else running.set(what, left);
      };
    },
    source: (pending) => void sources.push(pending),
    async pending() {
      const backlog = await Promise.all(sources.map((source) => source()));
      return [...[...running].map(([what, count]) => `${what} (${count} running)`), ...backlog.flat()];
    },
  };
};
