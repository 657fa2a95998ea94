import type { Mail, Mailer } from './port.ts';
import type { MailRecords } from './records/port.ts';

interface Needs {
  records: MailRecords;
  mailer: Mailer;
  /** Milliseconds of process time. */
  now: () => number;
  /** Waits a moment; rejects never. */
  pause: (milliseconds: number) => Promise<unknown>;
}

/** Why a mail could not be dealt with now; the event that asks for it has to come again. */
export class MailPending extends Error {
  override readonly name = 'MailPending';
  readonly reason: string;
  constructor(key: string, reason: string) {
    super(`the mail ${key} is pending: ${reason}`);
    this.reason = reason;
  }
}

const LOOK_AGAIN_MS = 250;
/**
 * How long one delivery waits to learn what became of a mail. A listener grants five deliveries; the first may be the
 * one that failed, so the other four must outlast the lease: a mail nobody sent is then sent rather than set aside.
 */
export const PATIENCE_MS = 12_000;

/**
 * Sends a mail whose effect must come exactly once: takes its record, sends, marks. A record that somebody took before
 * without a word since is never sent blindly: the provider's own event tells that it went out, or its lease passes.
 */
export const sendOnce =
  ({ records, mailer, now, pause }: Needs) =>
  async (mail: Mail): Promise<'sent' | 'sent-before'> => {
    const deadline = now() + PATIENCE_MS;
    for (;;) {
      const turn = await records.begin(mail.key, now());
      if (turn.turn === 'sent') return 'sent-before';
      if (turn.turn === 'ours') {
        await handOver({ records, mailer }, mail, turn.until);
        await records.sent(mail.key, now());
        return 'sent';
      }
      if (now() >= deadline) throw new MailPending(mail.key, 'outcome-unknown');
      await pause(LOOK_AGAIN_MS);
    }
  };

const handOver = async ({ records, mailer }: Pick<Needs, 'records' | 'mailer'>, mail: Mail, until: number) => {
  const answer = await mailer.send(mail);
  if (answer.outcome === 'sent') return;
  await records.giveBack(mail.key, until);
  throw new MailPending(mail.key, answer.reason);
};
