import type { KafkaConfig } from 'kafkajs';
import { setting } from '../environment.ts';
import { mskToken } from './msk-token.ts';

const roleOfThisFunction = () => ({
  accessKeyId: setting('AWS_ACCESS_KEY_ID'),
  secretAccessKey: setting('AWS_SECRET_ACCESS_KEY'),
  sessionToken: process.env.AWS_SESSION_TOKEN,
});

/** MSK speaks TLS with the role's token; any other Kafka is reached as its listener is. */
export const kafkaAccess = (): Pick<KafkaConfig, 'ssl' | 'sasl'> =>
  setting('KAFKA_ACCESS') === 'msk-iam'
    ? {
        ssl: true,
        sasl: {
          mechanism: 'oauthbearer',
          oauthBearerProvider: async () => ({
            value: mskToken(setting('AWS_REGION'), roleOfThisFunction(), new Date()),
          }),
        },
      }
    : {};
