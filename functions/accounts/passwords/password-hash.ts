import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** 32 MiB and some 60 ms each: OWASP's parameters for scrypt with N = 2^15. */
const COST = 15;
const BLOCK_SIZE = 8;
const PARALLELISM = 1;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MEMORY_LIMIT = 128 * 1024 * 1024;
/** More at once would only take memory from each other. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

const fewAtOnce = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
};

const keyOf = (password: string, salt: Buffer, [cost, blockSize, parallelism]: readonly [number, number, number]) =>
  fewAtOnce(() =>
    derive(password.normalize('NFKC'), salt, KEY_BYTES, {
      N: 2 ** cost,
      r: blockSize,
      p: parallelism,
      maxmem: MEMORY_LIMIT,
    }),
  );

const stored = (salt: Buffer, key: Buffer) =>
  `$scrypt$ln=${COST},r=${BLOCK_SIZE},p=${PARALLELISM}$${salt.toString('base64url')}$${key.toString('base64url')}`;

/** `$scrypt$ln=15,r=8,p=1$<salt>$<key>`: the parameters travel with the hash, so that they can grow. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  return stored(salt, await keyOf(password, salt, [COST, BLOCK_SIZE, PARALLELISM]));
};

const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

/** Whether a password is the one of a hash; false for a hash that is none. */
export const isPasswordOf = async (password: string, hash: string): Promise<boolean> => {
  const [, cost, blockSize, parallelism, salt, key] = STORED.exec(hash) ?? [];
  if (!salt || !key) return false;
  const parameters = [Number(cost), Number(blockSize), Number(parallelism)] as const;
  const expected = Buffer.from(key, 'base64url');
  const actual = await keyOf(password, Buffer.from(salt, 'base64url'), parameters);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
};

/** The hash of no password. Made without hashing: the first unknown address of an instance costs no more than others. */
const nobody = stored(randomBytes(SALT_BYTES), randomBytes(KEY_BYTES));

/** Takes as long as a real check, for an address that nobody has; always false. */
export const isPasswordOfNobody = async (password: string): Promise<false> => {
  await isPasswordOf(password, nobody);
  return false;
};
