import * as z from 'zod';

/** What an account may do. An admin may do whatever a librarian may; both are members too. */
export const Role = z.enum(['member', 'librarian', 'admin']);
export type Role = z.infer<typeof Role>;
