import * as z from 'zod';

export const UnsubscribeQuery = z.object({ token: z.string().min(1).max(1_024) });

export const HtmlPage = { mediaType: 'text/html', shape: z.string() };
