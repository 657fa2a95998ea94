import type { Place } from '../port.ts';

/** The state of a stream at a place, as a reducer left it; only ever a baseline to read on from. */
export interface Snapshot {
  state: unknown;
  place: Place;
}

/** Snapshots by stream and by reducer: a changed reducer finds none, and folds from the beginning. */
export interface Snapshots {
  find(stream: string, reducer: string): Promise<Snapshot | undefined>;
  /** Replaces the one that is there. */
  keep(stream: string, reducer: string, snapshot: Snapshot): Promise<void>;
}

/** A snapshot is made when a stream has grown by this many commits since the last one. */
export const COMMITS_BETWEEN_SNAPSHOTS = 50;
