import * as z from 'zod';
import { Day, Money } from '../../../lib/contract-values.ts';
import { sendCommand } from '../../../lib/http/send-command.ts';
import { availabilityPath } from './get-availability.ts';

export const Return = z.object({
  loanId: z.string(),
  returnedOn: Day,
  daysLate: z.number().nullish(),
  lateFee: Money.nullish(),
});
export type Return = z.infer<typeof Return>;

export interface LoanToReturn {
  loanId: string;
  /** Whose copies stand on the shelf again. */
  volumeIds: readonly string[];
}

export const returnLoan = ({ loanId, volumeIds }: LoanToReturn, key: string): Promise<Return> =>
  sendCommand({
    method: 'POST',
    path: `/api/loans/${encodeURIComponent(loanId)}/return`,
    key,
    answer: Return,
    seenBy: ['/api/me/records', ...volumeIds.map(availabilityPath)],
  });
