import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AccessRequest, Log } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { Account, AwsService } from './aws-service.ts';
import { jsonService, operation } from './json-protocol.ts';
import { decrypt, type EncryptionContext, encrypt, keyIdIn } from './kms-encryption.ts';
import type { KeyRing, KmsKey } from './kms-keys.ts';
import { isSignedBy, signed, signingKey } from './kms-signing.ts';

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));
const KeyId = z.string().min(1);
const Context = z.record(z.string(), z.string()).default({});
const Encrypt = z.object({ KeyId, Plaintext: bytes, EncryptionContext: Context });
const Decrypt = z.object({ KeyId: KeyId.optional(), CiphertextBlob: bytes, EncryptionContext: Context });
const DataKey = z.object({
  KeyId,
  KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
  NumberOfBytes: z.number().int().min(1).max(1_024).optional(),
  EncryptionContext: Context,
});
const SigningAlgorithm = z.literal('ECDSA_SHA_256');
const MessageType = z.enum(['RAW', 'DIGEST']).default('RAW');
const Sign = z.object({ KeyId, Message: bytes, MessageType, SigningAlgorithm });
const Verify = Sign.extend({ Signature: bytes });
const OneKey = z.object({ KeyId });
const Tag = z.object({ TagKey: z.string(), TagValue: z.string() });
const Create = z.object({
  KeySpec: z.enum(['SYMMETRIC_DEFAULT', 'ECC_NIST_P256']).default('SYMMETRIC_DEFAULT'),
  Description: z.string().default(''),
  Tags: z.array(Tag).default([]),
});
const ScheduleDeletion = z.object({ KeyId, PendingWindowInDays: z.number().int().min(7).max(30).default(30) });
const DAY_MS = 86_400_000;

interface Asked {
  KeyId: string;
  EncryptionContext?: EncryptionContext;
}

/** KMS over the AWS JSON 1.1 protocol: encryption, data keys and P-256 signatures with the template's keys. */
export const kmsService = (keys: KeyRing, account: Account, log: Log): AwsService => {
  const operations = {
    ...encryption(keys),
    ...dataKeys(keys),
    ...signatures(keys),
    ...descriptions(keys, account),
    ...lives(keys, account),
  };
  return jsonService({ names: ['kms'], targets: ['TrentService'], version: '1.1', log, operations });
};

const may = (keys: KeyRing, action: string) => (input: Asked) => access(action, keys.find(input.KeyId), input);

const encryption = (keys: KeyRing) => ({
  Encrypt: operation(Encrypt, may(keys, 'Encrypt'), (input) =>
    encrypted(keys.find(input.KeyId), input.Plaintext, input),
  ),
  Decrypt: operation(
    Decrypt,
    (input) => access('Decrypt', decryptingKey(keys, input), { ...input, KeyId: input.KeyId ?? '' }),
    (input) => {
      const key = decryptingKey(keys, input);
      const plaintext = decrypt(key, input.CiphertextBlob, input.EncryptionContext);
      return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm: key.spec };
    },
  ),
});

/** The key named in the ciphertext, which must be the one that the caller names, if any. */
const decryptingKey = (keys: KeyRing, { KeyId: named, CiphertextBlob }: z.infer<typeof Decrypt>): KmsKey => {
  const key = keys.find(keyIdIn(CiphertextBlob));
  if (named === undefined || keys.find(named) === key) return key;
  throw new AwsFault('IncorrectKeyException', 'The key ID in the request does not identify the key of the ciphertext.');
};

const dataKeys = (keys: KeyRing) => ({
  GenerateDataKey: operation(DataKey, may(keys, 'GenerateDataKey'), (input) => {
    const { CiphertextBlob, KeyId, plaintext } = dataKey(keys, input);
    return { CiphertextBlob, KeyId, Plaintext: plaintext.toString('base64') };
  }),
  GenerateDataKeyWithoutPlaintext: operation(DataKey, may(keys, 'GenerateDataKeyWithoutPlaintext'), (input) => {
    const { CiphertextBlob, KeyId } = dataKey(keys, input);
    return { CiphertextBlob, KeyId };
  }),
});

const signatures = (keys: KeyRing) => ({
  Sign: operation(Sign, may(keys, 'Sign'), ({ KeyId, Message, MessageType, SigningAlgorithm }) => {
    const key = signingKey(keys.find(KeyId));
    const signature = signed(key, { bytes: Message, kind: MessageType });
    return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm };
  }),
  Verify: operation(Verify, may(keys, 'Verify'), ({ KeyId, Message, MessageType, Signature, SigningAlgorithm }) => {
    const key = signingKey(keys.find(KeyId));
    const isValid = isSignedBy(key, { bytes: Message, kind: MessageType }, Signature);
    if (!isValid) throw new AwsFault('KMSInvalidSignatureException', 'The signature is invalid.');
    return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm };
  }),
});

const descriptions = (keys: KeyRing, account: Account) => ({
  GetPublicKey: operation(OneKey, may(keys, 'GetPublicKey'), (input) => publicKey(signingKey(keys.find(input.KeyId)))),
  DescribeKey: operation(
    OneKey,
    (input) => access('DescribeKey', keys.look(input.KeyId), input),
    (input) => described(keys.look(input.KeyId), account),
  ),
});

/** Keys come and go while the system runs. One that is to be removed can no longer be used; offline it is kept. */
const lives = (keys: KeyRing, { region, accountId }: Account) => ({
  CreateKey: operation(
    Create,
    ({ Tags }) => mayCreate(`arn:aws:kms:${region}:${accountId}:key/*`, Tags),
    ({ KeySpec: spec, Description: description, Tags }) => {
      const keyId = randomUUID();
      const arn = `arn:aws:kms:${region}:${accountId}:key/${keyId}`;
      const tags = Object.fromEntries(Tags.map(({ TagKey, TagValue }) => [TagKey, TagValue]));
      return described(keys.keep({ keyId, arn, spec, description, tags, deletesAt: null }), { region, accountId });
    },
  ),
  ScheduleKeyDeletion: operation(ScheduleDeletion, may(keys, 'ScheduleKeyDeletion'), (input) => {
    const { keyId, arn, spec, description, tags } = keys.find(input.KeyId);
    const deletesAt = Date.now() + input.PendingWindowInDays * DAY_MS;
    keys.keep({ keyId, arn, spec, description, tags, deletesAt });
    return { KeyId: arn, DeletionDate: deletesAt / 1_000, KeyState: 'PendingDeletion' };
  }),
});

/** To make a key with tags one must be allowed to tag it. */
const mayCreate = (resource: string, tags: readonly z.infer<typeof Tag>[]): AccessRequest[] => {
  const context = Object.fromEntries(tags.map(({ TagKey, TagValue }) => [`aws:RequestTag/${TagKey}`, [TagValue]]));
  const actions = tags.length > 0 ? ['kms:CreateKey', 'kms:TagResource'] : ['kms:CreateKey'];
  return actions.map((action) => ({ action, resource, context }));
};

const access = (
  action: string,
  key: KmsKey,
  { KeyId: named, EncryptionContext: context = {} }: Asked,
): AccessRequest[] => {
  const bound = Object.entries(context).map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]] as const);
  const alias = /(?:^|:)(alias\/.+)$/.exec(named)?.[1];
  const tags = Object.entries(key.tags).map(([name, value]) => [`aws:ResourceTag/${name}`, [value]] as const);
  const conditions = {
    ...Object.fromEntries(bound),
    ...Object.fromEntries(tags),
    ...(alias !== undefined && { 'kms:RequestAlias': [alias] }),
  };
  return [{ action: `kms:${action}`, resource: key.arn, context: conditions }];
};

const encrypted = (key: KmsKey, plaintext: Buffer, { EncryptionContext: context = {} }: Asked) => {
  const ciphertext = encrypt(key, plaintext, context);
  return { KeyId: key.arn, CiphertextBlob: ciphertext.toString('base64'), EncryptionAlgorithm: key.spec };
};

const dataKey = (keys: KeyRing, input: z.infer<typeof DataKey>) => {
  const size = input.NumberOfBytes ?? (input.KeySpec === 'AES_128' ? 16 : 32);
  const plaintext = randomBytes(size);
  return { ...encrypted(keys.find(input.KeyId), plaintext, input), plaintext };
};

const publicKey = (key: ReturnType<typeof signingKey>) => ({
  KeyId: key.arn,
  PublicKey: key.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  KeySpec: key.spec,
  CustomerMasterKeySpec: key.spec,
  KeyUsage: 'SIGN_VERIFY',
  SigningAlgorithms: ['ECDSA_SHA_256'],
});

const described = (key: KmsKey, { accountId }: Account) => ({
  KeyMetadata: {
    AWSAccountId: accountId,
    KeyId: key.keyId,
    Arn: key.arn,
    Description: key.description,
    Enabled: key.deletesAt === null,
    KeyState: key.deletesAt === null ? 'Enabled' : 'PendingDeletion',
    ...(key.deletesAt !== null && { DeletionDate: key.deletesAt / 1_000 }),
    KeySpec: key.spec,
    KeyUsage: key.spec === 'SYMMETRIC_DEFAULT' ? 'ENCRYPT_DECRYPT' : 'SIGN_VERIFY',
    KeyManager: 'CUSTOMER',
    Origin: 'AWS_KMS',
    MultiRegion: false,
  },
});
