import * as z from 'zod';
import type { InvokeResult } from '../ports.ts';

const Report = z.looseObject({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Which items of a batch a function's answer leaves undone: the identifiers it names (none = all done), or `all` when it
 * failed or its report cannot be read.
 */
export const failedItems = (result: InvokeResult, partialResponses: boolean): 'all' | readonly string[] => {
  if (!result.ok) return 'all';
  if (!partialResponses || result.payload === null || result.payload === undefined) return [];
  const report = Report.safeParse(result.payload);
  return report.success ? (report.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier) : 'all';
};
