import * as z from 'zod';
import { EmailAddress } from '../../email-address.ts';

/** `POST /api/auth/login`; a password that could not be one of ours is simply wrong, not malformed. */
export const LoginRequest = z.strictObject({ email: EmailAddress, password: z.string().min(1).max(1024) });
export type LoginRequest = z.infer<typeof LoginRequest>;
