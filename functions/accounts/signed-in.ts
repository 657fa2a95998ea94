import * as z from 'zod';
import { ShownUser } from './shown-user.ts';

/** What registering, signing in and refreshing answer; the refresh token is in the cookie beside it. */
export const SignedIn = z.object({
  accessToken: z.string(),
  tokenType: z.literal('Bearer'),
  expiresIn: z.number().int().positive(),
  user: ShownUser,
});
export type SignedIn = z.infer<typeof SignedIn>;
