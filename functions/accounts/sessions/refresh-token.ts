import { createHash, randomBytes } from 'node:crypto';

/** `<family>.<secret>`; only a hash of the secret is ever stored. */
export interface RefreshToken {
  family: string;
  hash: string;
}

const TOKEN = /^([\w-]{16,64})\.([\w-]{43})$/;
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

export const newSecret = (): { secret: string; hash: string } => {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
};

/** The parts of what a browser sent; undefined for anything that is no refresh token. */
export const refreshTokenIn = (sent: string): RefreshToken | undefined => {
  const [, family, secret] = TOKEN.exec(sent) ?? [];
  return family && secret ? { family, hash: hashOf(secret) } : undefined;
};
