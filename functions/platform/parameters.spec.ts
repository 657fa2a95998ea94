import { afterAll, beforeAll, expect, it } from 'vitest';
import { localAccount } from '../../local/aws/aws-service.ts';
import { givenEndpoint, keptLog, scratch } from '../../local/aws/given-aws.ts';
import { ssmService } from '../../local/aws/ssm.ts';
import { openParameters } from '../../local/aws/ssm-parameters.ts';
import { openClock } from '../../local/clock.ts';
import type { Running } from '../../local/ports.ts';
import { readParameter } from './parameters.ts';

const place = scratch();
let endpoint: Running & { url: string };
beforeAll(async () => {
  const parameters = openParameters([], place.state, openClock(place.state), { '/bunko/secret': 'kept' });
  endpoint = await givenEndpoint([ssmService(parameters, localAccount, keptLog())], {
    authorize: (_, { resource }) => (resource.endsWith('/forbidden') ? 'not allowed' : undefined),
  });
});
afterAll(async () => {
  await endpoint.stop();
  place.remove();
});

const read = (name: string) =>
  readParameter(name, {
    AWS_ENDPOINT_URL: endpoint.url,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'function',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });

it('a parameter is read as it was written', async () => expect(await read('/bunko/secret')).toBe('kept'));

it('a parameter that nobody wrote is none', async () => expect(await read('/bunko/other')).toBeUndefined());

it('a parameter that may not be read is a fault, not an absent one', async () =>
  expect(read('/bunko/forbidden')).rejects.toThrow(/could not be read: AccessDenied/));
