import type { KafkaConfig } from 'kafkajs';
import * as z from 'zod';
import { setting } from '../environment.ts';
import { kafkaSecret } from './kafka-secret.ts';
import { mskToken } from './msk-token.ts';
import { scramSignIn } from './scram-sign-in.ts';

/** How Kafka lets clients in: by the role of the function, by a user of its own, or anybody who reaches it. */
const Access = z.enum(['msk-iam', 'scram', 'open']);

const roleOfThisFunction = () => ({
  accessKeyId: setting('AWS_ACCESS_KEY_ID'),
  secretAccessKey: setting('AWS_SECRET_ACCESS_KEY'),
  sessionToken: process.env.AWS_SESSION_TOKEN,
});

const ways: Readonly<Record<z.infer<typeof Access>, () => Pick<KafkaConfig, 'ssl' | 'sasl'>>> = {
  'msk-iam': () => ({
    ssl: true,
    sasl: {
      mechanism: 'oauthbearer',
      oauthBearerProvider: async () => ({
        value: mskToken(setting('AWS_REGION'), roleOfThisFunction(), new Date()),
      }),
    },
  }),
  scram: () => ({ ssl: true, sasl: scramSignIn(kafkaSecret(setting('KAFKA_SECRET'))) }),
  open: () => ({}),
};

/** The part of a client's settings that says who it is. */
export const kafkaAccess = (): Pick<KafkaConfig, 'ssl' | 'sasl'> => ways[Access.parse(setting('KAFKA_ACCESS'))]();
