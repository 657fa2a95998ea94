import type { DeadLetters, FailedRecord } from './port.ts';

/** Dead letters in the memory of this process, for tests and simulation; `dead` answers those set aside. */
export const inMemoryDeadLetters = (): DeadLetters & { dead(): readonly FailedRecord[] } => {
  const attempts = new Map<string, number>();
  const aside = new Map<string, FailedRecord>();
  const idOf = (consumer: string, recordId: string) => `${consumer}\n${recordId}`;
  const count = ({ consumer, recordId }: FailedRecord) => {
    const total = (attempts.get(idOf(consumer, recordId)) ?? 0) + 1;
    attempts.set(idOf(consumer, recordId), total);
    return total;
  };
  return {
    failed: async (record) => count(record),
    async quarantine(record) {
      count(record);
      aside.set(idOf(record.consumer, record.recordId), record);
    },
    dead: () => [...aside.values()],
  };
};
