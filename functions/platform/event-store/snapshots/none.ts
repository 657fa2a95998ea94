import type { Snapshots } from './port.ts';

/** Keeps nothing, for those who fold no long streams. */
export const noSnapshots: Snapshots = { find: async () => undefined, keep: async () => {} };
