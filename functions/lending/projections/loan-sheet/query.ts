import { dayOf } from '../../../../events/business-day.ts';
import { isStaff } from '../../../platform/http/caller.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { refuse } from '../../../platform/http/problem.ts';
import { view } from '../../../platform/wire.ts';
import { loanEndpoint } from './endpoint.ts';
import { shownLoan } from './project.ts';

const loans = view('loan-sheet');
const keyOf = (loanId: string) => ({ pk: loanId, sk: 'loan' });

export const handler = httpQuery({
  ...loanEndpoint,
  watermark: () => ({
    categories: ['loan'],
    position: async (stream) => (await loans.get(keyOf(stream.split('#')[2] ?? ''))).guard,
  }),
  read: async ({ params, caller, http }) => {
    const { row } = await loans.get(keyOf(params.loanId));
    if (!row) return undefined;
    const loan = shownLoan(row);
    if (loan.memberId !== caller.memberId && !isStaff(caller)) return refuse(403, 'forbidden');
    const isLate = loan.status === 'open' && loan.dueOn < dayOf(http.now);
    return { ...loan, status: isLate ? 'overdue' : loan.status };
  },
});
