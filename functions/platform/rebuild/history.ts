import { setImmediate as turn } from 'node:timers/promises';
import type { Recorded } from '../../../events/envelope.ts';
import type { EventStore } from '../event-store/port.ts';
import type { Scan } from './state.ts';

/** A commit of one stream as a scan tells it. */
export interface ScannedCommit {
  stream: string;
  /** Version of its first event, and of its last. */
  first: number;
  last: number;
  types: readonly string[];
  /** Its events as everybody sees them; throws `ContractBroken`. */
  events(): Promise<readonly Recorded[]>;
}

/** The place behind a commit in its segment. */
export interface Place {
  pk: string;
  sk: number;
}

/**
 * All commits of some categories. They come in segments, which may be read side by side; one stream is in one segment, its
 * commits in order and together. Every page is read consistently: what was committed before it was asked for is in it.
 */
export interface History extends Pick<EventStore, 'read'> {
  readonly segments: number;
  /** The commits behind a place (null: from the beginning), and where the next page begins. */
  page(segment: number, after: Place | null): Promise<{ commits: readonly ScannedCommit[]; next: Place | 'ended' }>;
}

interface HistoryPage {
  segment: number;
  commits: readonly ScannedCommit[];
  /** How far all segments have come when this page is done with. */
  scan: Scan;
}

/** A scan from its beginning. */
export const scanFrom = (history: Pick<History, 'segments'>): Scan =>
  Array.from({ length: history.segments }, () => null);

/** The pages of all segments as they arrive, one page of each under way while others are worked on. */
export async function* pagesOf(history: History, from: Scan = scanFrom(history)): AsyncGenerator<HistoryPage> {
  const scan = [...from];
  const underWay = new Map<number, ReturnType<typeof ask>>();
  const ask = async (segment: number, after: Place | null) => ({ segment, ...(await history.page(segment, after)) });
  const begin = (segment: number, place: Scan[number]) => {
    underWay.delete(segment);
    if (place === 'ended' || place === undefined) return;
    const asked = ask(segment, place);
    // Whoever leaves early does not wait for what is under way.
    asked.catch(() => {});
    underWay.set(segment, asked);
  };
  for (const [segment, place] of scan.entries()) begin(segment, place);
  while (underWay.size > 0) {
    const { segment, commits, next } = await Promise.race(underWay.values());
    begin(segment, next);
    scan[segment] = next;
    // The request leaves only when the event loop turns, and who works on a page may not let it for long.
    await turn();
    yield { segment, commits, scan: [...scan] };
  }
}
