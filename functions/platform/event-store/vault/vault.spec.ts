import { GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localAccount } from '../../../../local/aws/aws-service.ts';
import { givenEndpoint, keptLog, resource, scratch } from '../../../../local/aws/given-aws.ts';
import { kmsService } from '../../../../local/aws/kms.ts';
import { openKeyRing } from '../../../../local/aws/kms-keys.ts';
import type { Running } from '../../../../local/ports.ts';
import { withEngine } from '../../../../tests/support/engine.ts';
import { vaultContract } from './contract-suite.ts';
import { dynamoKeyEraser, dynamoVault } from './dynamodb.ts';
import { inMemoryVault } from './in-memory.ts';

const documents = withEngine([{ name: 'subject-keys' }]);
const place = scratch();
let kms: Running & { url: string };
beforeAll(async () => {
  const key = resource('AWS::KMS::Key', 'personal', {}, 'arn:aws:kms:ap-northeast-1:000000000000:key/personal');
  kms = await givenEndpoint([kmsService(openKeyRing([key], place.state), localAccount, keptLog())]);
});
afterAll(async () => {
  await kms.stop();
  place.remove();
});

const kmsClient = () =>
  new KMSClient({
    endpoint: kms.url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
const clock = { at: 0 };
const pace = { pause: async () => {}, random: () => 0, uptime: () => clock.at };
const onDynamo = async (client = kmsClient()) => ({
  ...dynamoVault(documents(), client, { table: 'subject-keys', kmsKey: 'personal' }, pace),
  ...dynamoKeyEraser(documents(), 'subject-keys'),
});

const oneInMemory = inMemoryVault();
vaultContract('the vault in memory', async () => oneInMemory);
vaultContract('the vault on DynamoDB and KMS', () => onDynamo());

describe('a function that has opened a key', () => {
  it('asks KMS once a minute at most, and forgets an erased key within that minute', async () => {
    const client = kmsClient();
    let asked = 0;
    client.middlewareStack.add(
      (next) => (args) => {
        asked++;
        return next(args);
      },
      { step: 'initialize' },
    );
    const vault = await onDynamo(client);
    const sealed = await vault.seal('aki', 'secret', 'e.0');
    for (let time = 0; time < 5; time++) await vault.open('aki', sealed, 'e.0');
    expect(asked).toBe(1);
    await vault.erase('aki');
    clock.at += 60_000;
    expect(await vault.open('aki', sealed, 'e.0')).toBeUndefined();
    expect(asked).toBe(1);
  });

  it('cannot unwrap a key that was put under another name', async () => {
    const made = await kmsClient().send(
      new GenerateDataKeyCommand({ KeyId: 'personal', KeySpec: 'AES_256', EncryptionContext: { subject: 'mei' } }),
    );
    await documents().send(
      new PutCommand({ TableName: 'subject-keys', Item: { pk: 'ben', wrapped: made.CiphertextBlob } }),
    );
    await expect((await onDynamo()).seal('ben', 1, 'e.0')).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
  });
});
