import * as z from 'zod';
import { Language } from '../../../../events/accounts/language.ts';
import { NoticeKind } from '../../../../events/accounts/notice-kind.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { PersonName } from '../../person-name.ts';
import { ShownProfile } from '../../shown-profile.ts';

export const changeProfileEndpoint = endpoint('PATCH /api/me', {
  summary: 'Changes the own name, the language of mails and messages, and the kinds of mail that are not wanted',
  who: 'member',
  body: z.strictObject({
    name: PersonName.optional(),
    language: Language.optional(),
    /** All of them: whoever sends `[]` wants every kind again. */
    unsubscribed: z.array(NoticeKind).max(100).optional(),
  }),
  answers: { 200: ShownProfile },
});
