import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { parsed } from '../../../platform/http/http-request.ts';
import { decide, eventStore } from '../../../platform/wire.ts';
import { donePage } from '../../unsubscribe-page.ts';
import { allowedBy } from '../../unsubscribe-wire.ts';
import { unsubscribeEndpoint } from './endpoint.ts';
import { unsubscribe } from './unsubscribe.ts';
import { withoutForm } from './without-form.ts';

const stop = unsubscribe({ decide });
const command = httpCommand(eventStore, {
  ...unsubscribeEndpoint,
  run: async ({ http }, context) => {
    const { token } = parsed(unsubscribeEndpoint.query, http.event.queryStringParameters ?? {});
    return stop(await allowedBy(token), context);
  },
  answer: donePage,
});

export const handler = (event: APIGatewayProxyEventV2, context: Context) => command(withoutForm(event), context);
