import { createHash, createPublicKey, verify } from 'node:crypto';
import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
  SignCommand,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessRequest, Running } from '../ports.ts';
import { localAccount } from './aws-service.ts';
import { clientOf, givenEndpoint, keptLog, resource, scratch } from './given-aws.ts';
import { kmsService } from './kms.ts';
import { openKeyRing } from './kms-keys.ts';

const arn = (id: string) => `arn:aws:kms:ap-northeast-1:000000000000:key/${id}`;
const signing = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
const template = [
  resource('AWS::KMS::Key', 'k-data', {}, arn('k-data')),
  resource('AWS::KMS::Key', 'k-other', {}, arn('k-other')),
  resource('AWS::KMS::Key', 'k-sign', signing, arn('k-sign')),
  resource('AWS::KMS::Alias', 'alias/tokens', { AliasName: 'alias/tokens', TargetKeyId: arn('k-sign') }),
];
const place = scratch();
const asked: AccessRequest[] = [];
const Message = Buffer.from('a token');
const digest = createHash('sha256').update(Message).digest();
const SigningAlgorithm = 'ECDSA_SHA_256' as const;

let endpoint: Running & { url: string };
let kms: KMSClient;

beforeAll(async () => {
  // Opened twice: what the second opening signs with is what a restart would.
  openKeyRing(template, place.state);
  const service = kmsService(openKeyRing(template, place.state), localAccount, keptLog());
  const authorize = (_: unknown, request: AccessRequest) => void asked.push(request);
  endpoint = await givenEndpoint([service], { authorize });
  kms = new KMSClient(clientOf(endpoint.url));
});
afterAll(async () => {
  await endpoint.stop();
  place.remove();
});

describe('an encryption key', () => {
  const EncryptionContext = { memberId: 'm1' };

  it('decrypts what it encrypted, named or not, only with the same context', async () => {
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: 'k-data', Plaintext: Message, EncryptionContext }),
    );
    const open = (options: object = {}) =>
      kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext, ...options }));
    expect(Buffer.from((await open()).Plaintext ?? [])).toEqual(Message);
    expect((await open({ KeyId: arn('k-data') })).KeyId).toBe(arn('k-data'));
    await expect(open({ EncryptionContext: {} })).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    await expect(open({ KeyId: 'k-other' })).rejects.toMatchObject({ name: 'IncorrectKeyException' });
    await expect(open({ CiphertextBlob: Message })).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });

  it('makes data keys that it can open again after a restart', async () => {
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId: 'k-data', KeySpec: 'AES_256', EncryptionContext }));
    expect(made.Plaintext).toHaveLength(32);
    const service = kmsService(openKeyRing(template, place.state), localAccount, keptLog());
    const again = await givenEndpoint([service]);
    const opened = await new KMSClient(clientOf(again.url)).send(
      new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext }),
    );
    expect(opened.Plaintext).toEqual(made.Plaintext);
    await again.stop();
  });

  it('does not sign', async () => {
    const signature = kms.send(new SignCommand({ KeyId: 'k-data', Message, SigningAlgorithm }));
    await expect(signature).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
  });

  it('is asked for with its context', async () => {
    const inside = new KMSClient(clientOf(endpoint.url, 'function'));
    await inside.send(new EncryptCommand({ KeyId: 'k-data', Plaintext: Message, EncryptionContext }));
    expect(asked.at(-1)).toEqual({
      action: 'kms:Encrypt',
      resource: arn('k-data'),
      context: { 'kms:EncryptionContext:memberId': ['m1'] },
    });
  });
});

describe('a signing key', () => {
  it.each([
    ['RAW', Message],
    ['DIGEST', digest],
  ] as const)('signs %s so that anybody can verify it with the public key', async (MessageType, bytes) => {
    const { Signature } = await kms.send(
      new SignCommand({ KeyId: 'alias/tokens', Message: bytes, MessageType, SigningAlgorithm }),
    );
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: arn('k-sign') }));
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
    expect(verify('sha256', Message, key, Signature ?? Buffer.alloc(0))).toBe(true);
  });

  it('verifies messages and digests alike, and refuses what was not signed', async () => {
    const { Signature } = await kms.send(new SignCommand({ KeyId: 'k-sign', Message, SigningAlgorithm }));
    const check = (bytes: Buffer, MessageType: 'RAW' | 'DIGEST') =>
      kms.send(new VerifyCommand({ KeyId: 'k-sign', Message: bytes, MessageType, Signature, SigningAlgorithm }));
    expect((await check(Message, 'RAW')).SignatureValid).toBe(true);
    expect((await check(digest, 'DIGEST')).SignatureValid).toBe(true);
    const other = createHash('sha256').update('another').digest();
    await expect(check(other, 'DIGEST')).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
    await expect(check(other, 'RAW')).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
  });
});

it('describes a key, and does not know one that is not in the template', async () => {
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'k-sign' }));
  expect(KeyMetadata).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', Enabled: true });
  const unknown = kms.send(new DescribeKeyCommand({ KeyId: 'alias/none' }));
  await expect(unknown).rejects.toMatchObject({ name: 'NotFoundException' });
});

describe('a key that is made while the system runs', () => {
  const make = (client = kms) =>
    client.send(
      new CreateKeyCommand({
        KeySpec: 'ECC_NIST_P256',
        KeyUsage: 'SIGN_VERIFY',
        Tags: [{ TagKey: 'signs', TagValue: 'local' }],
      }),
    );
  const sign = (KeyId: string, client = kms) => client.send(new SignCommand({ KeyId, Message, SigningAlgorithm }));

  it('signs, also after a restart, and is asked for with its tags', async () => {
    const inside = new KMSClient(clientOf(endpoint.url, 'function'));
    const KeyId = (await make(inside)).KeyMetadata?.KeyId ?? '';
    const context = { 'aws:RequestTag/signs': ['local'] };
    expect(asked.slice(-2)).toEqual([
      { action: 'kms:CreateKey', resource: arn('*'), context },
      { action: 'kms:TagResource', resource: arn('*'), context },
    ]);
    await sign(KeyId, inside);
    expect(asked.at(-1)).toEqual({
      action: 'kms:Sign',
      resource: arn(KeyId),
      context: { 'aws:ResourceTag/signs': ['local'] },
    });
    expect(openKeyRing(template, place.state).find(KeyId)).toMatchObject({ keyId: KeyId, tags: { signs: 'local' } });
  });

  it('can no longer be used once it is to be removed', async () => {
    const KeyId = (await make()).KeyMetadata?.KeyId ?? '';
    const deletion = await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(deletion.DeletionDate?.getTime()).toBeGreaterThan(Date.now());
    await expect(sign(KeyId)).rejects.toMatchObject({ name: 'KMSInvalidStateException' });
    expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState).toBe('PendingDeletion');
  });
});
