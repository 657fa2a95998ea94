import { type Signature, toBigInt } from './p256.ts';

const integer = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([0x02, positive.length]), positive]);
};

/** An ECDSA signature in DER, as KMS writes it. */
export const toDer = ({ r, s }: Signature): Buffer => {
  const body = Buffer.concat([integer(r), integer(s)]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
};

/** The numbers of a DER signature; undefined when it is none. */
export const fromDer = (der: Uint8Array): Signature | undefined => {
  const first = integerAt(der, 2);
  const second = first && integerAt(der, first.end);
  if (der[0] !== 0x30 || !first || !second || second.end !== der.length) return undefined;
  return { r: first.value, s: second.value };
};

const integerAt = (der: Uint8Array, at: number) => {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || at + 2 + length > der.length) return undefined;
  return { value: toBigInt(der.subarray(at + 2, at + 2 + length)), end: at + 2 + length };
};
