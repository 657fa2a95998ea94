/** What the record of a mail says to one who wants to send it. */
export type Turn =
  /** Send it now, and say how it went before `until`. */
  | { turn: 'ours'; until: number }
  | { turn: 'sent' }
  /** Somebody is sending it, or died over it. */
  | { turn: 'unknown' };

/**
 * The idempotency records of mails. Times are milliseconds of process time, not of the rules' clock: a lease is about
 * processes that live or die.
 */
export interface MailRecords {
  /** `taker` names one try to send: who asks again after a lost answer finds that the turn is its own. */
  begin(key: string, now: number, taker: string): Promise<Turn>;
  /** The mail went out; final, whoever says it. */
  sent(key: string, now: number): Promise<void>;
  /** It certainly did not go out: whoever comes next may send it at once. Nothing happens when the lease is not ours any more. */
  giveBack(key: string, until: number): Promise<void>;
}

/** How long a mail whose outcome nobody told counts as perhaps sent. Longer than a function may run. */
export const LEASE_MS = 45_000;
