import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Resource } from '../ports.ts';
import type { State } from '../state.ts';
import { AwsFault } from './aws-fault.ts';
import { type MadeKey, madeKeys } from './kms-made-keys.ts';

interface KeyNames {
  keyId: string;
  arn: string;
  description: string;
  tags: Readonly<Record<string, string>>;
  /** Epoch milliseconds; null for a key that nobody wants removed. */
  deletesAt: number | null;
}

/** A key of the template with its material. */
export type KmsKey =
  | (KeyNames & { spec: 'SYMMETRIC_DEFAULT'; secret: Buffer })
  | (KeyNames & { spec: 'ECC_NIST_P256'; privateKey: KeyObject; publicKey: KeyObject });

/** The keys of the template and those made since. A name is a key id, a key ARN, an alias name or an alias ARN. */
export interface KeyRing {
  /** A key that may be used. Throws `NotFoundException`, and `KMSInvalidStateException` when it is to be removed. */
  find(name: string): KmsKey;
  /** A key in whatever state. Throws `NotFoundException`. */
  look(name: string): KmsKey;
  /** Makes a key, or notes that one is to be removed. */
  keep(key: MadeKey): KmsKey;
}

/** Thrown for a key that cannot be had offline. */
export class KeyProblem extends Error {
  readonly reason = 'key-not-offered';
}

const Tags = z
  .array(z.object({ Key: z.string(), Value: z.string() }))
  .default([])
  .transform((tags) => Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])));
const KeyProperties = z.object({
  Tags,
  KeySpec: z.enum(['SYMMETRIC_DEFAULT', 'ECC_NIST_P256']).default('SYMMETRIC_DEFAULT'),
  Description: z.string().default(''),
});
const Alias = z.object({ AliasName: z.string(), TargetKeyId: z.string() });

/** Opens the keys of the template. Material is made once and kept in `state`. Throws a `KeyProblem`. */
export const openKeyRing = (resources: readonly Resource[], state: State): KeyRing => {
  const stored = storedMaterial(state);
  const keys = new Map<string, KmsKey>();
  for (const { physicalId: keyId, arn, properties } of resources.filter(({ type }) => type === 'AWS::KMS::Key')) {
    const parsed = KeyProperties.safeParse(properties);
    if (!parsed.success) throw new KeyProblem(`Key ${keyId}: ${z.prettifyError(parsed.error)}`);
    const { KeySpec, Description: description, Tags: tags } = parsed.data;
    const names = { keyId, arn, description, tags, deletesAt: null };
    keys.set(keyId, withMaterial(names, KeySpec, stored(keyId, KeySpec)));
  }
  const made = madeKeys(state);
  const hold = ({ spec, ...names }: MadeKey): KmsKey => {
    const key = withMaterial(names, spec, stored(names.keyId, spec));
    keys.set(names.keyId, key);
    return key;
  };
  for (const key of made.all()) hold(key);
  const aliases = new Map(
    resources
      .filter(({ type }) => type === 'AWS::KMS::Alias')
      .map(({ properties }) => Alias.parse(properties))
      .map(({ AliasName, TargetKeyId }) => [AliasName, lastPart(TargetKeyId)]),
  );
  const look = (name: string): KmsKey => {
    const alias = /(?:^|:)(alias\/.+)$/.exec(name)?.[1];
    const key = keys.get(alias === undefined ? lastPart(name) : (aliases.get(alias) ?? ''));
    if (!key) throw new AwsFault('NotFoundException', `Key '${name}' does not exist`);
    return key;
  };
  return {
    look,
    find(name) {
      const key = look(name);
      if (key.deletesAt !== null) throw new AwsFault('KMSInvalidStateException', `${key.arn} is pending deletion.`);
      return key;
    },
    keep(key) {
      made.keep(key);
      return hold(key);
    },
  };
};

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

const Material = z.object({ spec: z.string(), material: z.instanceof(Uint8Array) });

const storedMaterial = (state: State) => {
  state.exec(
    'CREATE TABLE IF NOT EXISTS kms_keys (key_id TEXT PRIMARY KEY, spec TEXT NOT NULL, material BLOB NOT NULL)',
  );
  const find = state.prepare('SELECT spec, material FROM kms_keys WHERE key_id = ?');
  const insert = state.prepare('INSERT INTO kms_keys VALUES (?, ?, ?)');

  return (keyId: string, spec: KmsKey['spec']): Buffer => {
    const row = find.get(keyId);
    if (row) {
      const { spec: had, material } = Material.parse(row);
      if (had !== spec) throw new KeyProblem(`Key ${keyId} was ${had} and cannot become ${spec}`);
      return Buffer.from(material);
    }
    const material = newMaterial(spec);
    insert.run(keyId, spec, material);
    return material;
  };
};

const newMaterial = (spec: KmsKey['spec']): Buffer =>
  spec === 'SYMMETRIC_DEFAULT'
    ? randomBytes(32)
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' });

const withMaterial = (names: KeyNames, spec: KmsKey['spec'], material: Buffer): KmsKey => {
  if (spec === 'SYMMETRIC_DEFAULT') return { ...names, spec, secret: material };
  const privateKey = createPrivateKey({ key: material, format: 'der', type: 'pkcs8' });
  return { ...names, spec, privateKey, publicKey: createPublicKey(privateKey) };
};
