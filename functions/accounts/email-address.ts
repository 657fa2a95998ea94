import { createHash } from 'node:crypto';
import * as z from 'zod';

/** An address as a person typed it, without blanks around it. */
export const EmailAddress = z.string().trim().max(254).pipe(z.email('must be an e-mail address'));

/** Two addresses are the same when this is: case does not matter. A hash, so that no claim holds an address. */
export const addressKey = (email: string): string =>
  createHash('sha256').update(email.trim().normalize('NFC').toLowerCase()).digest('hex');
