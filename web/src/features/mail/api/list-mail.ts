import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Instant } from '../../../lib/contract-values.ts';
import { failureOf, mayPass } from '../../../lib/http/failure.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { pageOf } from '../../../lib/page-of.ts';

export const Mail = z.object({
  id: z.string(),
  to: z.union([z.string(), z.array(z.string()).transform((all) => all.join(', '))]),
  kind: z.string().nullish(),
  subject: z.string(),
  text: z.string().default(''),
  sentAt: Instant,
});
export type Mail = z.infer<typeof Mail>;

const Page = pageOf(Mail);

/** The newest mails of the local target. Elsewhere this fails (404, or a page that is no list), and is not asked again. */
export const listMail = queryOptions({
  queryKey: ['mail'],
  queryFn: ({ signal }) => getJson('/_local/mail?limit=50', Page, signal),
  retry: (times, error) => times < 2 && mayPass(failureOf(error)),
  refetchInterval: ({ state }) => (state.error && !mayPass(failureOf(state.error)) ? false : 2_000),
  refetchOnWindowFocus: false,
});
