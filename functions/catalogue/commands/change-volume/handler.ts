import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { catalogue } from '../../wire.ts';
import { changeVolumeEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...changeVolumeEndpoint,
  run: ({ params, body }, context) => catalogue.changeVolume(params.volumeId, body, context),
  answer: (volume) => json(volume),
});
