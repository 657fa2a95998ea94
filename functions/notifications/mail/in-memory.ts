import type { Mail, Mailer } from './port.ts';

/** A mailer into the memory of this process, for tests and simulation. */
export const inMemoryMailer = (): Mailer & { outbox: readonly Mail[] } => {
  const outbox: Mail[] = [];
  return {
    outbox,
    async send(mail) {
      outbox.push(mail);
      return { outcome: 'sent' };
    },
  };
};
