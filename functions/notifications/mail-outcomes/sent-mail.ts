import * as z from 'zod';

/** The part of SES's event that says which mail went out. */
const EmailSent = z.object({
  detail: z.object({
    eventType: z.literal('Send'),
    mail: z.object({ tags: z.object({ 'idempotency-key': z.tuple([z.string().min(1).max(256)]) }) }),
  }),
});

/** The key of the mail that an event says went out; undefined for any other event and for a mail that is not ours. */
export const sentMailIn = (event: unknown): string | undefined =>
  EmailSent.safeParse(event).data?.detail.mail.tags['idempotency-key'][0];
