import type { InvokeResult } from '../ports.ts';
import { failedItems } from './batch-item-failures.ts';
import type { QueueMapping } from './sqs-mapping.ts';

/** The ids of the messages that a function's answer leaves undone: none, those it names, or all. */
export const unfinished = (
  mapping: QueueMapping,
  records: readonly { messageId: string }[],
  result: InvokeResult,
): ReadonlySet<string> => {
  const all = new Set(records.map(({ messageId }) => messageId));
  const failed = failedItems(result, mapping.partialResponses);
  // An identifier that is not in the batch fails all of it.
  return failed === 'all' || failed.some((id) => !all.has(id)) ? all : new Set(failed);
};
