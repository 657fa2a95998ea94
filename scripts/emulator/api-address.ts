import * as z from 'zod';
import { endpointOf, signedClient } from '../../functions/platform/signed-client.ts';
import type { Emulator } from './target.ts';

const Apis = z.object({ items: z.array(z.object({ apiId: z.string(), name: z.string() })) });

/** Where the emulator serves the HTTP API: paths come behind it. Undefined before the deployment. */
export const apiAddress = async ({ endpoint, environment }: Emulator): Promise<string | undefined> => {
  const client = signedClient('apigateway', 0, environment);
  const answer = await client.fetch(`${endpointOf('apigateway', environment)}/v2/apis`);
  if (!answer.ok) throw new Error(`the APIs of the emulator cannot be listed: ${answer.status} ${await answer.text()}`);
  const api = Apis.parse(await answer.json()).items.find(({ name }) => name === 'bunko-emulator-api');
  return api && `${endpoint}/_aws/execute-api/${api.apiId}/$default`;
};
