import type { Patience } from './patience.ts';

export interface PartitionOffset {
  partition: number;
  offset: number;
}

/** Sends commits one request at a time; what becomes done meanwhile goes with the next. */
export const kafkaCommits = (needs: {
  /** Rejects when the broker did not take it. */
  send: (offsets: readonly PartitionOffset[]) => Promise<void>;
  /** What is settled and not yet committed. */
  outstanding: () => readonly PartitionOffset[];
  patience: Patience;
}) => {
  let sending: Promise<void> | undefined;

  const sendUntilEmpty = async () => {
    // First `sending` has to be set; the end has to clear it in the same turn that found nothing outstanding.
    await undefined;
    try {
      while (needs.outstanding().length > 0) {
        await needs.patience.untilDone(async () => {
          // Asked anew for every try: after a rebalance some may not be ours to commit any more.
          const offsets = needs.outstanding();
          if (offsets.length > 0) await needs.send(offsets);
        });
      }
    } finally {
      sending = undefined;
    }
  };

  return {
    /** Resolves when nothing is outstanding; rejects when the patience was stopped before. */
    flush(): Promise<void> {
      sending ??= sendUntilEmpty();
      return sending;
    },
  };
};
