import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { InvocationFailed, lambdaApi } from '../../functions/platform/lambda-api.ts';
import { trackActivity } from '../../local/activity.ts';
import { startKafkaMappings } from '../../local/event-sources/kafka.ts';
import { isKafkaMapping, parseKafkaMapping } from '../../local/event-sources/kafka-mapping.ts';
import type { FunctionInvoker, Log, Resource, Running } from '../../local/ports.ts';
import { createMissingTopics } from '../../local/wiring/kafka-cluster.ts';
import type { Emulator } from './target.ts';

interface PollerOptions {
  emulator: Emulator;
  /** `host:port` as this process reaches them. */
  brokers: readonly string[];
  resources: readonly Resource[];
  log: Log;
}

/**
 * Polls Kafka for the emulator, as Lambda would: the mappings of the deployed assembly, delivered through the emulator's
 * Lambda API. Resolves when all have their partitions.
 */
export const startEmulatorPoller = async ({ emulator, brokers, resources, log }: PollerOptions): Promise<Running> => {
  const mappings = resources
    .filter(({ type, properties }) => type === 'AWS::Lambda::EventSourceMapping' && isKafkaMapping(properties))
    .map(({ physicalId, properties }) => parseKafkaMapping(physicalId, properties));
  if (mappings.length === 0) return { stop: async () => {} };
  await createMissingTopics(
    brokers,
    mappings.map(({ topic }) => topic),
  );
  return startKafkaMappings({
    mappings,
    brokers,
    invoker: invokerOf(emulator),
    activity: trackActivity(),
    log,
    deadLetter: deadLettersOf(emulator),
  });
};

const invokerOf = ({ environment }: Emulator): FunctionInvoker => {
  const lambda = lambdaApi(environment);
  return {
    async invoke(functionName, event) {
      try {
        return { ok: true, payload: await lambda.invoke(functionName, event) };
      } catch (error) {
        const errorType = error instanceof InvocationFailed ? error.name : 'Unreachable';
        return { ok: false, errorType, errorMessage: error instanceof Error ? error.message : String(error) };
      }
    },
  };
};

const deadLettersOf = ({ endpoint, region, environment }: Emulator) => {
  const client = new SQSClient({
    endpoint,
    region,
    useQueueUrlAsEndpoint: false,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
    },
  });
  return async (arn: string, body: string): Promise<void> => {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: arn.split(':').at(-1) }));
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
  };
};
