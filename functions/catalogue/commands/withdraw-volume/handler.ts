import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { catalogue } from '../../wire.ts';
import { withdrawVolumeEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...withdrawVolumeEndpoint,
  run: ({ params }, context) => catalogue.withdrawVolume(params.volumeId, context),
  answer: noContent,
});
