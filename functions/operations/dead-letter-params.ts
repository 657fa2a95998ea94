import * as z from 'zod';

export const DeadLetterParams = z.object({ id: z.string().min(1).max(1_024) });
