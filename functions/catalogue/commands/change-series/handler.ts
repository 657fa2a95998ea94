import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { eventStore } from '../../../platform/wire.ts';
import { catalogue } from '../../wire.ts';
import { changeSeriesEndpoint } from './endpoint.ts';

export const handler = httpCommand(eventStore, {
  ...changeSeriesEndpoint,
  run: async ({ params, body }, context) => {
    const outcome = await catalogue.changeSeries(params.seriesId, body, context);
    // The one of the two days that is not sent is only known here: still a bad request, not a refusal.
    if (outcome.outcome === 'rejected' && outcome.reason === 'ended-before-it-began')
      return invalid('lastPublishedOn', 'must not be before firstPublishedOn');
    return outcome;
  },
  answer: (series) => json(series),
});
