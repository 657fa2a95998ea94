import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import type { AuthenticationProviderArgs } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { type KafkaCredentials, kafkaSecret, referenceTo } from './kafka-secret.ts';
import { scramSignIn } from './scram-sign-in.ts';

const hmac = (key: Buffer, text: string) => createHmac('sha512', key).update(text).digest();
const SALT = Buffer.from('salt');
const ITERATIONS = 4096;
const framed = (text: string) => {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** The half of a broker in RFC 5802: it never hears the password. */
const brokerThatKnows = (password: () => string): AuthenticationProviderArgs => {
  let first = '';
  let challenge = '';
  const answerTo = (message: string): string => {
    if (message.startsWith('n,,')) {
      first = message.slice(3);
      challenge = `r=${/r=(.*)$/.exec(message)?.[1]}server,s=${SALT.toString('base64')},i=${ITERATIONS}`;
      return challenge;
    }
    const [withoutProof = '', proof = ''] = message.split(',p=');
    const salted = pbkdf2Sync(password(), SALT, ITERATIONS, 64, 'sha512');
    const signed = [first, challenge, withoutProof].join(',');
    const clientKey = hmac(salted, 'Client Key');
    const signature = hmac(createHash('sha512').update(clientKey).digest(), signed);
    const expected = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0)));
    if (proof !== expected.toString('base64')) return 'e=invalid-proof';
    return `v=${hmac(hmac(salted, 'Server Key'), signed).toString('base64')}`;
  };
  const silent = { debug: () => {}, error: () => {} } as unknown as AuthenticationProviderArgs['logger'];
  return {
    host: 'broker',
    port: 9096,
    logger: silent,
    async saslAuthenticate({ request, response }) {
      const sent = (await request.encode()).subarray(4).toString();
      return response?.parse(await response.decode(framed(answerTo(sent))));
    },
  };
};

const ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:kafka/relay-user-AbC123';
const secretOf = (known: () => KafkaCredentials) => {
  const asked: string[] = [];
  const secret = kafkaSecret(ARN, async (name) => {
    asked.push(name);
    return JSON.stringify(known());
  });
  return { secret, asked };
};

describe('a client with a user of its own', () => {
  it('signs in with what the secret says, which is read once', async () => {
    const { secret, asked } = secretOf(() => ({ username: 'relay', password: 'one' }));
    const { authenticationProvider } = scramSignIn(secret);
    await authenticationProvider(brokerThatKnows(() => 'one')).authenticate();
    await authenticationProvider(brokerThatKnows(() => 'one')).authenticate();
    expect(asked).toEqual(['/aws/reference/secretsmanager/kafka/relay-user']);
  });

  it('given a password that was rotated, when it was refused, then the next connection has the new one', async () => {
    let password = 'old';
    const { secret, asked } = secretOf(() => ({ username: 'relay', password }));
    const { authenticationProvider } = scramSignIn(secret);
    const connection = brokerThatKnows(() => password);
    await authenticationProvider(connection).authenticate();
    password = 'new';
    await expect(authenticationProvider(connection).authenticate()).rejects.toThrow();
    await authenticationProvider(connection).authenticate();
    expect(asked).toHaveLength(2);
  });

  it('says which secret is not there', () =>
    expect(kafkaSecret(ARN, async () => undefined).read()).rejects.toThrow(ARN));

  it('refuses a secret of another shape', () =>
    expect(kafkaSecret(ARN, async () => '{"user":"relay"}').read()).rejects.toThrow(/username/));

  it('knows a secret by its name, whatever hyphens are in it', () =>
    expect(referenceTo('arn:aws:secretsmanager:eu-west-1:1:secret:a-b-c-xyz789')).toBe(
      '/aws/reference/secretsmanager/a-b-c',
    ));
});
