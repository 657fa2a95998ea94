import { createECDH, randomBytes } from 'node:crypto';

/**
 * ECDSA on P-256 over a digest that was made elsewhere. node:crypto only signs what it hashed itself; this fills the gap
 * for KMS's `MessageType: DIGEST`. For local keys: no claim of constant time is made.
 */

interface Point {
  x: bigint;
  y: bigint;
}

/** The two numbers of an ECDSA signature. */
export interface Signature {
  r: bigint;
  s: bigint;
}

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const BASE: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
};

const mod = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;

const inverse = (value: bigint, modulus: bigint): bigint => {
  let [r0, r1, t0, t1] = [modulus, mod(value, modulus), 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return mod(t0, modulus);
};

/** The sum of two points; undefined is the point at infinity. */
const add = (one: Point | undefined, other: Point | undefined): Point | undefined => {
  if (!one || !other) return one ?? other;
  if (one.x === other.x && one.y !== other.y) return undefined;
  const slope =
    one.x === other.x
      ? (3n * one.x * one.x - 3n) * inverse(2n * one.y, P)
      : (other.y - one.y) * inverse(other.x - one.x, P);
  const x = mod(slope * slope - one.x - other.x, P);
  return { x, y: mod(slope * (one.x - x) - one.y, P) };
};

const times = (factor: bigint, point: Point): Point | undefined => {
  let sum: Point | undefined;
  let power: Point | undefined = point;
  for (let left = factor; left > 0n; left >>= 1n) {
    if (left & 1n) sum = add(sum, power);
    power = add(power, power);
  }
  return sum;
};

export const toBigInt = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);

/** Signs a 32-byte digest with a private scalar. */
export const signDigest = (digest: Uint8Array, secret: bigint): Signature => {
  for (;;) {
    const nonce = mod(toBigInt(randomBytes(48)), N - 1n) + 1n;
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(Buffer.from(nonce.toString(16).padStart(64, '0'), 'hex'));
    const r = mod(toBigInt(curve.getPublicKey().subarray(1, 33)), N);
    const s = mod(inverse(nonce, N) * (toBigInt(digest) + r * secret), N);
    if (r !== 0n && s !== 0n) return { r, s };
  }
};

/** Whether a signature of a 32-byte digest belongs to the public point. */
export const verifyDigest = (digest: Uint8Array, { r, s }: Signature, publicPoint: Point): boolean => {
  if (r <= 0n || r >= N || s <= 0n || s >= N) return false;
  const weight = inverse(s, N);
  const point = add(times(mod(toBigInt(digest) * weight, N), BASE), times(mod(r * weight, N), publicPoint));
  return point !== undefined && mod(point.x, N) === r;
};
