import * as z from 'zod';
import { Day } from '../../../lib/contract-values.ts';
import { sendCommand } from '../../../lib/http/send-command.ts';

const Renewed = z.object({ dueOn: Day });

export const renewLoan = (loanId: string, key: string) =>
  sendCommand({
    method: 'POST',
    path: `/api/loans/${encodeURIComponent(loanId)}/renew`,
    key,
    answer: Renewed,
    seenBy: ['/api/me/records'],
  });
