import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { NoticeKind } from '../../../../../events/accounts/notice-kind.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { SessionUser } from '../../../lib/session.ts';

/** What a member tells the library about themselves. */
export const Profile = SessionUser.extend({
  language: z.enum(['en', 'ja']).default('en'),
  unsubscribed: z.array(NoticeKind).default([]),
});
export type Profile = z.infer<typeof Profile>;

export const getProfile = queryOptions({
  queryKey: ['me', 'profile'],
  queryFn: ({ signal }) => getJson('/api/me', Profile, signal),
});
