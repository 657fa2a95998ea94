import * as z from 'zod';

export const ProjectionParams = z.object({ name: z.string().min(1).max(64) });
