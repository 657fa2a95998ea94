import { AwsFault, isAwsFault } from './aws-fault.ts';

/** Runs each of 1 to 10 entries alone and answers in SQS's batch form; an entry's `AwsFault` fails that entry only. */
export const eachEntry = <Entry extends { Id: string }>(entries: readonly Entry[], run: (entry: Entry) => object) => {
  checkEntries(entries);
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!isAwsFault(error)) throw error;
      Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
};

const checkEntries = (entries: readonly { Id: string }[]): void => {
  if (entries.length === 0) throw new AwsFault('EmptyBatchRequest', 'There should be at least one entry.');
  if (entries.length > 10) throw new AwsFault('TooManyEntriesInBatchRequest', 'There may be at most 10 entries.');
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new AwsFault('BatchEntryIdsNotDistinct', 'Two or more entries have the same Id.');
  }
};
