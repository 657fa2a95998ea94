import { AssemblyError } from '../assembly/assembly-error.ts';
import { localWorld } from '../assembly/world.ts';
import { startEventBridge } from '../aws/eventbridge-start.ts';
import { startStreamMappings } from '../event-sources/dynamodb-stream.ts';
import { isStreamMapping, parseStreamMapping } from '../event-sources/dynamodb-stream-mapping.ts';
import { startKafkaMappings } from '../event-sources/kafka.ts';
import { isKafkaMapping, type KafkaMapping, parseKafkaMapping } from '../event-sources/kafka-mapping.ts';
import { startQueueMappings } from '../event-sources/sqs.ts';
import { isQueueMapping, parseQueueMapping } from '../event-sources/sqs-mapping.ts';
import type { Broker } from '../kafka/broker.ts';
import type { FunctionInvoker, Log, Resource } from '../ports.ts';
import { startSchedules } from '../schedules/schedules.ts';
import { stateMachineTargets } from '../states/state-machines.ts';
import type { AwsSide } from './aws-endpoint.ts';
import type { Foundation } from './foundation.ts';
import type { StopOrder } from './stop-order.ts';

export interface EventSourceOptions {
  foundation: Foundation;
  aws: AwsSide;
  resources: readonly Resource[];
  invoker: FunctionInvoker;
  log: Log;
  stops: StopOrder;
}

const isPresent = <T>(value: T | undefined): value is T => value !== undefined;

const refuseUnknown = (mappings: readonly Resource[]) => {
  const kinds = [isStreamMapping, isQueueMapping, isKafkaMapping];
  for (const { stack, logicalId, properties } of mappings)
    if (!kinds.some((isKind) => isKind(properties)))
      throw new AssemblyError('bad-value', `${stack}/${logicalId}`, 'this event source is not supported offline');
};

const of = (mappings: readonly Resource[], isKind: (properties: unknown) => boolean) =>
  mappings.filter(({ properties }) => isKind(properties));

/** Records that a group has not committed yet, read from the broker in this process. */
const lagIn =
  (broker: Broker) =>
  (group: string, topic: string): number => {
    const partitions = broker.topics().find(({ name }) => name === topic)?.partitions ?? 0;
    return Array.from({ length: partitions }, (_, partition) =>
      Math.max(0, broker.endOffset(topic, partition) - (broker.committed(group, topic, partition) ?? 0)),
    ).reduce((sum, lag) => sum + lag, 0);
  };

const startKafka = async (mappings: readonly KafkaMapping[], options: EventSourceOptions) => {
  const { foundation, aws, invoker, log, stops } = options;
  const { brokers, embedded, createTopics } = foundation.kafka;
  // On AWS topics are made at deployment; here a mapping's topic is there before its first event.
  await createTopics(mappings.map(({ topic }) => topic));
  const started = await startKafkaMappings({
    mappings,
    brokers,
    invoker,
    activity: foundation.activity,
    faults: foundation.faults,
    log,
    deadLetter: async (arn, body) => void aws.queues.send(arn, body),
    ...(embedded && { lag: lagIn(embedded) }),
  });
  stops.add('kafka mappings', started);
};

/** Lets the buses deliver what they accepted, and rules run by the clock. */
const startBuses = ({ foundation, aws, resources, invoker, log, stops }: EventSourceOptions) => {
  const { state, clock, activity, faults } = foundation;
  const { queues, buses, machines } = aws;
  const kinds = [stateMachineTargets(machines)];
  const parts = { resources, buses, queues, invoker, activity, faults, log, kinds };
  const delivery = stops.add('event delivery', startEventBridge(parts));
  stops.add('schedules', startSchedules({ buses, delivery, clock, state, activity, log }));
};

/** Starts all that invokes functions by itself: event source mappings, buses and schedules; throws an `AssemblyError` for one of an unknown kind. */
export const startEventSources = async (options: EventSourceOptions): Promise<void> => {
  const { foundation, aws, resources, invoker, log, stops } = options;
  const { state, activity, faults } = foundation;
  const mappings = resources.filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping');
  refuseUnknown(mappings);
  const shared = { state, invoker, activity, faults, log };

  const streams = of(mappings, isStreamMapping).map((one) => parseStreamMapping(one.physicalId, one.properties));
  stops.add(
    'stream mappings',
    startStreamMappings({
      ...shared,
      mappings: streams.filter(isPresent),
      engine: aws.engine,
      onWrite: aws.onWrite,
      region: localWorld.region,
      deadLetter: async (arn, body) => void aws.queues.send(arn, body),
    }),
  );
  const queues = of(mappings, isQueueMapping).map(({ properties }) => parseQueueMapping(properties));
  stops.add(
    'queue mappings',
    startQueueMappings({ ...shared, mappings: queues.filter(isPresent), queues: aws.queues }),
  );
  const topics = of(mappings, isKafkaMapping).map((one) => parseKafkaMapping(one.physicalId, one.properties));
  if (topics.length > 0) await startKafka(topics, options);
  startBuses(options);
};
