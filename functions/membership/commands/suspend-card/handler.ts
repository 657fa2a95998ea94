import * as z from 'zod';
import { MemberId } from '../../../../events/ids.ts';
import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { membership } from '../../wire.ts';
import { SuspendCardRequest } from './suspend-card.ts';

export const handler = httpCommand(eventStore, {
  who: 'librarian',
  params: z.object({ memberId: MemberId }),
  body: SuspendCardRequest,
  run: ({ params, body }, context) => membership.suspendCard(params.memberId, body, context),
  refusals: { 'not-found': 404 },
  answer: noContent,
});
