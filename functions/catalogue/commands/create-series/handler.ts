import { created } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { eventStore } from '../../../platform/wire.ts';
import { catalogue } from '../../wire.ts';
import { createSeriesEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...createSeriesEndpoint,
  run: ({ body }, context) => catalogue.createSeries(body, context),
  answer: (series) => created(`/api/series/${series.seriesId}`, series),
});
