import * as z from 'zod';
import { Day } from '../../../lib/contract-values.ts';
import { sendCommand } from '../../../lib/http/send-command.ts';
import { availabilityPath } from './get-availability.ts';

export const Loan = z.object({ loanId: z.string(), dueOn: Day });
export type Loan = z.infer<typeof Loan>;

export const borrowVolume = (volumeId: string, key: string): Promise<Loan> =>
  sendCommand({
    method: 'POST',
    path: '/api/loans',
    body: { items: [{ volumeId }] },
    key,
    answer: Loan,
    seenBy: [availabilityPath(volumeId), '/api/me/records', '/api/me/holds'],
  });
