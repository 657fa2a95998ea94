import { afterAll, beforeAll } from 'vitest';
import { functionsAt, PASSWORD, type Reply, send, start } from '../../functions/accounts/phrases.ts';
import { localAccount } from '../../local/aws/aws-service.ts';
import { givenEndpoint, keptLog, resource, scratch } from '../../local/aws/given-aws.ts';
import { kmsService } from '../../local/aws/kms.ts';
import { openKeyRing } from '../../local/aws/kms-keys.ts';
import type { Running } from '../../local/ports.ts';
import { withEngine } from './engine.ts';

const arnOf = (id: string) => `arn:aws:kms:ap-northeast-1:000000000000:key/${id}`;
const signing = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };

/** The functions of the domain on a real engine and a key service, for the tests of one file; and what people do with them. */
export const withAccounts = () => {
  const documents = withEngine([
    { name: 'events', sort: 'N' },
    { name: 'claims' },
    { name: 'subject-keys' },
    { name: 'sessions', sort: 'S' },
  ]);
  const place = scratch();
  let kms: (Running & { url: string }) | undefined;
  let functions: Awaited<ReturnType<typeof functionsAt>> | undefined;

  beforeAll(async () => {
    const key = resource('AWS::KMS::Key', 'signing', signing, arnOf('signing'));
    const personal = resource('AWS::KMS::Key', 'personal', {}, arnOf('personal'));
    kms = await givenEndpoint([kmsService(openKeyRing([key, personal], place.state), localAccount, keptLog())]);
    const engine = await documents().config.endpoint?.();
    functions = await functionsAt({ dynamodb: `http://${engine?.hostname}:${engine?.port}`, kms: kms.url });
  });
  afterAll(async () => {
    await kms?.stop();
    place.remove();
  });

  const fn = () => {
    if (!functions) throw new Error('the functions are not up yet');
    return functions;
  };
  let people = 0;
  return {
    documents,
    fn,
    somebody: () => ({ name: 'Aki', email: `aki-${++people}@example.test`, password: PASSWORD }),
    register: (body: unknown, headers = {}) => send(fn().register, 'POST /api/auth/register', { body, headers }),
    login: (email: string, password = PASSWORD, at = start) =>
      send(fn().login, 'POST /api/auth/login', { body: { email, password }, at }),
    refresh: ({ cookie }: Reply, at = start) => send(fn().refresh, 'POST /api/auth/refresh', { cookie, at }),
  };
};
