import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '../../../events/envelope.ts';
import type { Row, ViewTable } from '../view-store/port.ts';
import type { History } from './history.ts';
import type { Rebuildable } from './rebuildable.ts';

/** A row that is not what its history says; null for one that is not there. */
export interface Difference {
  key: string;
  live: Row | null;
  folded: Row | null;
}
export interface Comparison {
  /** Rows that were compared and decided. */
  compared: number;
  differences: readonly Difference[];
  /** Rows of several streams that changed each time they were looked at, so that nothing can be said of them. */
  undecided: number;
}

/** What a comparison of one generation with the event table works with. */
export interface Comparing {
  projection: Rebuildable;
  table: ViewTable;
  generation: number;
  history: History;
  /**
   * Called for an event that the generation does not show yet, once or more often: a rebuild applies it, a mere comparison
   * waits a little for the listener.
   */
  awaits(event: Recorded): Promise<void>;
  /** Called often; throws to end the comparison. */
  beat(): Promise<void>;
}

/** How often something that lags is asked for again before it counts as a difference. */
export const MOST_LOOKS = 12;

/** Attributes are compared as they are stored: without those that are undefined, in any order. */
export const isSame = (one: Row, other: Row): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));

/** A key for people. */
export const shownKey = ({ pk, sk }: { pk: string; sk: string }): string => `${pk}/${sk}`;
