import {
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClock } from '../clock.ts';
import type { Running } from '../ports.ts';
import { localAccount } from './aws-service.ts';
import { clientOf, givenEndpoint, keptLog, resource, scratch } from './given-aws.ts';
import { ssmService } from './ssm.ts';
import { openParameters } from './ssm-parameters.ts';
import { stsService } from './sts.ts';

const parameter = (name: string, Value: string) => resource('AWS::SSM::Parameter', name, { Type: 'String', Value });
const template = [parameter('/bunko/a', '1'), parameter('/bunko/b', '2'), parameter('/bunko/deep/c', '3')];
const place = scratch();
const open = () => openParameters(template, place.state, openClock(place.state));
let endpoint: Running & { url: string };
let ssm: SSMClient;

beforeAll(async () => {
  endpoint = await givenEndpoint([ssmService(open(), localAccount, keptLog()), stsService(localAccount, keptLog())]);
  ssm = new SSMClient(clientOf(endpoint.url));
});
afterAll(async () => {
  await endpoint.stop();
  place.remove();
});

it('gives the parameters of the template, by name and by path', async () => {
  const one = await ssm.send(new GetParameterCommand({ Name: '/bunko/a' }));
  expect(one.Parameter).toMatchObject({ Value: '1', Version: 1, Type: 'String' });
  const some = await ssm.send(new GetParametersCommand({ Names: ['/bunko/b', '/none'] }));
  expect([some.Parameters?.map(({ Value }) => Value), some.InvalidParameters]).toEqual([['2'], ['/none']]);
  const flat = await ssm.send(new GetParametersByPathCommand({ Path: '/bunko' }));
  expect(flat.Parameters?.map(({ Name }) => Name)).toEqual(['/bunko/a', '/bunko/b']);
  const Recursive = true;
  const first = await ssm.send(new GetParametersByPathCommand({ Path: '/bunko', Recursive, MaxResults: 2 }));
  const { NextToken } = first;
  const rest = await ssm.send(new GetParametersByPathCommand({ Path: '/bunko', Recursive, NextToken }));
  expect(rest.Parameters?.map(({ Name }) => Name)).toEqual(['/bunko/deep/c']);
});

it('keeps a written value across a restart, and does not overwrite unasked', async () => {
  const put = (Overwrite: boolean) => ssm.send(new PutParameterCommand({ Name: '/bunko/a', Value: 'new', Overwrite }));
  await expect(put(false)).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
  expect((await put(true)).Version).toBe(2);
  expect(open().get('/bunko/a')).toMatchObject({ value: 'new', version: 2 });
});

it('answers ParameterNotFound for a name that nobody wrote', async () => {
  const asked = ssm.send(new GetParameterCommand({ Name: '/none' }));
  await expect(asked).rejects.toMatchObject({ name: 'ParameterNotFound' });
});

it('tells a caller of STS who it is', async () => {
  const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=a/1/r/sts/aws4_request' };
  const ask = (Action: string) =>
    fetch(endpoint.url, { method: 'POST', headers, body: new URLSearchParams({ Action, Version: '2011-06-15' }) });
  expect(await (await ask('GetCallerIdentity')).text()).toContain('<Account>000000000000</Account>');
  expect((await ask('AssumeRole')).status).toBe(400);
});
