import { inMemoryMailer } from '../../functions/notifications/mail/in-memory.ts';
import type { Mail, Mailer } from '../../functions/notifications/mail/port.ts';
import type { Faults } from './faults.ts';
import type { Instance } from './lambda-function.ts';
import type { Simulation } from './simulation.ts';
import type { Wire } from './wire.ts';

/** A provider that takes mails, and tells later, perhaps twice, which ones it took. */
export interface MailProvider {
  readonly outbox: readonly Mail[];
  /** The provider as an instance reaches it. Nobody asks it twice: a second request is a second mail. */
  mailer(me: Instance, wire: Wire): Mailer;
  /** Who hears of each mail that was taken; answers whether it was heard. */
  hears(listener: (key: string) => Promise<boolean>): void;
}

/** The provider says so well within the lease of a mail; later would be a second mail, which decision 7 accepts. */
const LATEST_WORD_MS = 6_000;

export const mailProvider = (sim: Simulation, faults: Faults): MailProvider => {
  const taken = inMemoryMailer();
  let told: (key: string) => Promise<boolean> = async () => true;
  const tell = (key: string, delay: number) => {
    sim.after(delay, () => {
      void told(key).then((isHeard) => {
        if (!isHeard) tell(key, 1_000);
      });
    });
  };
  const take = (me: Instance, mail: Mail) => {
    if (faults.strikes('mail-refused', () => me.mayFail()))
      return { outcome: 'refused' as const, reason: 'TooManyRequestsException' };
    tell(mail.key, faults.strikes('late') ? sim.random.between(500, LATEST_WORD_MS) : sim.random.between(5, 500));
    if (faults.strikes('duplicate')) tell(mail.key, sim.random.between(5, LATEST_WORD_MS));
    return taken.send(mail);
  };
  return {
    outbox: taken.outbox,
    hears(listener) {
      told = listener;
    },
    mailer: (me, wire) => ({
      send: (mail) =>
        wire.call(me, {
          what: 'mail.send',
          work: () => take(me, mail),
          asksAgain: false,
          detail: () => `${mail.kind} to ${mail.to}`,
        }),
    }),
  };
};
