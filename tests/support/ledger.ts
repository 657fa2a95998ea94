import { v7 as uuid } from 'uuid';
import type { Library, Member, Reply } from './library.ts';

/** What the library has acknowledged to one member, and what the member did not wait to hear. */
export interface Account {
  member: Member;
  /** Acknowledged and not brought back, oldest first. */
  open: { loanId: string; volumeId: string }[];
  /** Loans whose return was acknowledged. */
  returned: string[];
  /** Commands that got no answer and were not asked again. */
  borrowsGivenUp: number;
  returnsGivenUp: number;
}

/** Whether an answer is to be waited for; a member who does not insist asks once. */
interface Patience {
  insists: boolean;
}

export const accountOf = (member: Member): Account => ({
  member,
  open: [],
  returned: [],
  borrowsGivenUp: 0,
  returnsGivenUp: 0,
});

const ask = (library: Library, route: string, { insists }: Patience, sent: Parameters<Library['call']>[1] = {}) => {
  const command = { ...sent, headers: { 'idempotency-key': uuid() } };
  return insists
    ? library.insist(route, command)
    : library.call(route, command).catch((): Reply => ({ status: 503, headers: new Headers(), body: undefined }));
};

const unexpected = (what: string, { status, body }: Reply) =>
  new Error(`${what} was answered ${status}: ${JSON.stringify(body)}`);

/** Borrows one volume; that none is left, or that this member has it already, is an answer too. */
export const borrow = async (library: Library, account: Account, volumeId: string, patience: Patience) => {
  const { token } = account.member;
  const answer = await ask(library, 'POST /api/loans', patience, { token, body: { items: [{ volumeId }] } });
  if (answer.status === 201) account.open.push({ loanId: answer.body.loanId, volumeId });
  else if (answer.status >= 500) account.borrowsGivenUp++;
  else if (answer.status !== 409) throw unexpected('a borrowing', answer);
};

/** Brings the oldest loan back. */
export const bringBack = async (library: Library, account: Account, patience: Patience) => {
  const loan = account.open.shift();
  if (!loan) return;
  const answer = await ask(library, `POST /api/loans/${loan.loanId}/return`, patience, { token: account.member.token });
  if (answer.status === 200) account.returned.push(loan.loanId);
  else if (answer.status >= 500) account.returnsGivenUp++;
  else throw unexpected('a return', answer);
};
