import type { Mechanism } from 'kafkajs';
import scram512 from 'kafkajs/src/broker/saslAuthenticator/scram512.js';
import type { KafkaSecret } from './kafka-secret.ts';

/**
 * Signs in with SASL/SCRAM-SHA-512, with what the secret says when the connection is made: kafkajs' own option would keep
 * one password for the life of the function. After a refusal the secret is read anew: it may have been rotated.
 */
export const scramSignIn = (secret: KafkaSecret): Mechanism => ({
  mechanism: 'scram-sha-512',
  authenticationProvider: (connection) => ({
    async authenticate() {
      const known = await secret.read();
      try {
        await scram512(known)(connection).authenticate();
      } catch (error) {
        secret.forget();
        throw error;
      }
    },
  }),
});
