import * as z from 'zod';
import type { BorrowLimits } from './domain/borrow/borrow-policies.ts';

const Limit = z.coerce.number().int().positive().optional();
const Settings = z.object({ OPEN_LOANS_PER_MEMBER: Limit, LOANS_PER_DAY: Limit });

/** The limits that this stage has switched on; absent means none. */
export const limitsIn = (environment: Readonly<Record<string, string | undefined>>): BorrowLimits => {
  const { OPEN_LOANS_PER_MEMBER, LOANS_PER_DAY } = Settings.parse(environment);
  return { openLoansPerMember: OPEN_LOANS_PER_MEMBER, loansPerDay: LOANS_PER_DAY };
};
