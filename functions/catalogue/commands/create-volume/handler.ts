import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { catalogue } from '../../wire.ts';
import { createVolumeEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...createVolumeEndpoint,
  run: ({ body }, context) => catalogue.createVolume(body, context),
  answer: (volume) => created(`/api/volumes/${volume.volumeId}`, volume),
});
