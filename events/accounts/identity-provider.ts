import * as z from 'zod';

/** Who else can say who somebody is. */
export const IdentityProvider = z.enum(['google', 'github']);
export type IdentityProvider = z.infer<typeof IdentityProvider>;
