import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Instant } from '../../../lib/contract-values.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { onlyLocal } from '../../../lib/only-local.ts';
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

/** The newest mails of the local target. */
export const listMail = queryOptions({
  queryKey: ['mail'],
  queryFn: ({ signal }) => getJson('/_local/mail?limit=50', Page, signal),
  ...onlyLocal(2_000),
});
