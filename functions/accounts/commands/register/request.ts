import * as z from 'zod';
import { EmailAddress } from '../../email-address.ts';
import { PersonName } from '../../person-name.ts';

export const Password = z.string().min(8).max(128);

/** `POST /api/auth/register` */
export const RegisterRequest = z.strictObject({ name: PersonName, email: EmailAddress, password: Password });
export type RegisterRequest = z.infer<typeof RegisterRequest>;
