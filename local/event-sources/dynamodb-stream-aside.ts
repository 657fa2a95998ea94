import type { StreamPosition } from './dynamodb-stream-reader.ts';

interface Checkpoint {
  read(): StreamPosition | undefined;
  write(position: StreamPosition): void;
}

/** A checkpoint that does not pass records which were taken aside until they are delivered as well. */
export interface WaitingCheckpoint extends Checkpoint {
  /** Notes work on records that were taken aside; when it fails, the checkpoint stays and they come again. */
  besides(work: Promise<void>): void;
  isWaiting(): boolean;
  /** Resolves when nothing is aside any more, one way or the other. */
  settled(): Promise<unknown>;
}

/** After `closed` nothing is written any more. */
export const waitingCheckpoint = (keep: Checkpoint, closed: AbortSignal): WaitingCheckpoint => {
  const aside = new Set<Promise<void>>();
  let latest: StreamPosition | undefined;
  const advance = () => {
    if (aside.size > 0 || !latest || closed.aborted) return;
    keep.write(latest);
    latest = undefined;
  };
  return {
    read: keep.read,
    write(position) {
      latest = position;
      advance();
    },
    besides(work) {
      aside.add(work);
      const done = () => {
        aside.delete(work);
        advance();
      };
      // Only a stop makes it fail: then it stays aside, and so does the checkpoint.
      work.then(done, () => undefined);
    },
    isWaiting: () => aside.size > 0,
    settled: () => Promise.allSettled(aside),
  };
};
