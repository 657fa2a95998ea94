import * as z from 'zod';
import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { catalogue } from '../../wire.ts';
import { CreateVolumeRequest } from './request.ts';

export const handler = httpCommand(eventStore, {
  who: 'librarian',
  params: z.object({}),
  body: CreateVolumeRequest,
  run: ({ body }, context) => catalogue.createVolume(body, context),
  refusals: { 'not-found': 404 },
  answer: (volume) => created(`/api/volumes/${volume.volumeId}`, volume),
});
