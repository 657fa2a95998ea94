import * as z from 'zod';
import { VolumeId } from '../../../../events/ids.ts';
import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { inventory } from '../../wire.ts';
import { AddCopiesRequest } from './request.ts';

export const handler = httpCommand(eventStore, {
  who: 'librarian',
  params: z.object({ volumeId: VolumeId }),
  body: AddCopiesRequest,
  run: ({ params, body }, context) => inventory.addCopies(params.volumeId, body, context),
  refusals: { 'not-found': 404 },
  answer: ({ copyIds }, { event }) => created(event.rawPath, { copyIds }),
});
