import * as z from 'zod';
import { readParameter } from '../parameters.ts';

/** As Secrets Manager keeps it for Lambda's pollers, which read the same secret. */
const Credentials = z.object({ username: z.string(), password: z.string() });
export type KafkaCredentials = z.infer<typeof Credentials>;

/** A secret that is remembered until somebody finds that it opens no door any more. */
export interface KafkaSecret {
  read(): Promise<KafkaCredentials>;
  forget(): void;
}

/** `arn:aws:secretsmanager:<region>:<account>:secret:<name>-<six characters>`, as Parameter Store refers to it. */
export const referenceTo = (secretArn: string): string => {
  const name = secretArn
    .split(':')
    .slice(6)
    .join(':')
    .replace(/-[^-]{6}$/, '');
  return `/aws/reference/secretsmanager/${name}`;
};

/** The secret with the user of Kafka, read through Parameter Store. */
export const kafkaSecret = (secretArn: string, read: typeof readParameter = readParameter): KafkaSecret => {
  let known: KafkaCredentials | undefined;
  return {
    async read() {
      if (known) return known;
      const text = await read(referenceTo(secretArn));
      if (text === undefined) throw new Error(`there is no secret ${secretArn}`);
      known = Credentials.parse(JSON.parse(text));
      return known;
    },
    forget() {
      known = undefined;
    },
  };
};
