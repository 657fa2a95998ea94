import { noContent } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { catalogue } from '../../wire.ts';
import { withdrawSeriesEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...withdrawSeriesEndpoint,
  run: ({ params }, context) => catalogue.withdrawSeries(params.seriesId, context),
  answer: noContent,
});
