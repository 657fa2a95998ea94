import { LoanRow } from '../../../functions/lending/projections/loan-sheet/view.ts';
import { RecordRow } from '../../../functions/records/projections/records/view.ts';
import { type Property, rowsIn, told } from './aftermath.ts';

const DAY_MS = 86_400_000;

/** Counted by hand: JPY 500 for each day after the due date up to the return, but for Sundays and Mondays. */
const feeFor = (dueOn: string, returnedOn: string): number => {
  let fee = 0;
  for (let day = Date.parse(dueOn) + DAY_MS; day <= Date.parse(returnedOn); day += DAY_MS)
    if (new Date(day).getUTCDay() > 1) fee += 500;
  return fee;
};

/** Each return is charged once, the right sum, and both read models that show it say the same. */
export const feesAreRight: Property = async ({ events, world: { views } }) => {
  const dates = [...told(events, 'lending.loan-opened'), ...told(events, 'lending.loan-renewed')];
  const dueOn = new Map(dates.map(({ data }) => [data.loanId, data.dueOn]));
  const sheet = views.get('loan-sheet');
  const history = views.get('records');
  const sheets = sheet ? [...(await rowsIn(sheet)).values()].map((row) => LoanRow.parse(row)) : [];
  const records = history ? [...(await rowsIn(history)).values()].map((row) => RecordRow.parse(row)) : [];
  return told(events, 'lending.loan-returned').flatMap(({ data: { loanId, returnedOn, lateFee } }) => {
    const fee = feeFor(dueOn.get(loanId) ?? '', returnedOn);
    const shown = [...sheets, ...records].filter((row) => row.loanId === loanId).map((row) => row.lateFee?.amount);
    return [
      ...(lateFee.amount === fee ? [] : [`the loan ${loanId} cost ${lateFee.amount}, not ${fee}`]),
      ...(shown.join() === [fee, fee].join() ? [] : [`the loan ${loanId} cost ${fee}, and is shown to cost ${shown}`]),
    ];
  });
};
