import * as z from 'zod';
import { CopyId } from '../../../../events/ids.ts';
import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { inventory } from '../../wire.ts';
import { WithdrawCopyRequest } from './request.ts';

export const handler = httpCommand(eventStore, {
  who: 'librarian',
  params: z.object({ copyId: CopyId }),
  body: WithdrawCopyRequest,
  run: ({ params, body }, context) => inventory.withdrawCopy(params.copyId, body, context),
  refusals: { 'not-found': 404 },
  answer: noContent,
});
