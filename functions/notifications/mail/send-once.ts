import { NotYet } from '../../platform/listener/not-yet.ts';
import type { Mail, Mailer } from './port.ts';
import type { MailRecords } from './records/port.ts';

interface Needs {
  records: MailRecords;
  mailer: Mailer;
  /** Milliseconds of process time. */
  now: () => number;
  /** Another word each time: names this try. */
  newTaker: () => string;
  /** Waits a moment; rejects never. */
  pause: (milliseconds: number) => Promise<unknown>;
}

/** The provider would not take a mail now; the event that asks for it has to come again. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly reason: string;
  constructor(key: string, reason: string) {
    super(`the mail ${key} was refused: ${reason}`);
    this.reason = reason;
  }
}

const LOOK_AGAIN_MS = 250;
/** How long one delivery waits to learn what became of a mail; the poller's deliveries together outlast its lease by far. */
export const PATIENCE_MS = 12_000;

/**
 * Sends a mail whose effect must come exactly once: takes its record, sends, marks. A record that somebody took before
 * without a word since is never sent blindly: the provider's own event tells that it went out, or its lease passes.
 */
export const sendOnce =
  ({ records, mailer, now, newTaker, pause }: Needs) =>
  async (mail: Mail): Promise<'sent' | 'sent-before'> => {
    const deadline = now() + PATIENCE_MS;
    const taker = newTaker();
    for (;;) {
      const turn = await records.begin(mail.key, now(), taker);
      if (turn.turn === 'sent') return 'sent-before';
      if (turn.turn === 'ours') {
        await handOver({ records, mailer }, mail, turn.until);
        await records.sent(mail.key, now());
        return 'sent';
      }
      if (now() >= deadline) throw new NotYet(`what became of the mail ${mail.key} is not known yet`);
      await pause(LOOK_AGAIN_MS);
    }
  };

const handOver = async ({ records, mailer }: Pick<Needs, 'records' | 'mailer'>, mail: Mail, until: number) => {
  const answer = await mailer.send(mail);
  if (answer.outcome === 'sent') return;
  await records.giveBack(mail.key, until);
  throw new MailRefused(mail.key, answer.reason);
};
