import type { Recorded } from '../../../events/envelope.ts';
import type { History, ScannedCommit } from './history.ts';

/**
 * The events of a scan, each stream's in order and each once. A stream that a scan takes up in its middle (where another
 * scan ended) is read from the store instead, from the version that `knownOf` answers.
 */
export const commitsInOrder = (history: Pick<History, 'read'>, knownOf: (stream: string) => Promise<number>) => {
  const cursors = new Map<number, { stream: string; version: number }>();
  return async (segment: number, commit: ScannedCommit): Promise<readonly Recorded[]> => {
    const { stream, first, last } = commit;
    let cursor = cursors.get(segment);
    if (cursor?.stream !== stream) cursor = { stream, version: first === 1 ? 0 : await knownOf(stream) };
    cursors.set(segment, cursor);
    if (last <= cursor.version) return [];
    const isNext = first === cursor.version + 1;
    const events = isNext ? await commit.events() : (await history.read(stream, cursor.version)).events;
    cursor.version = events.at(-1)?.version ?? cursor.version;
    return events;
  };
};
