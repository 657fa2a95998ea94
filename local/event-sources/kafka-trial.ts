import { Kafka, logLevel, type Message } from 'kafkajs';
import { trackActivity } from '../activity.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import { scratchBroker } from '../kafka/scratch-broker.ts';
import { jsonLog } from '../log.ts';
import type { InvokeResult } from '../ports.ts';
import { startKafkaMappings } from './kafka.ts';
import { parseKafkaMapping } from './kafka-mapping.ts';
import type { kafkaPayload } from './kafka-payload.ts';

type Payload = ReturnType<typeof kafkaPayload>;
type Answer = (records: readonly string[]) => InvokeResult | Promise<InvokeResult>;

export const succeeded: InvokeResult = { ok: true, payload: null };
export const crashed: InvokeResult = { ok: false, errorType: 'Error', errorMessage: 'it broke' };
export const failedAt = (partition: string, offset: number): InvokeResult => ({
  ok: true,
  payload: { batchItemFailures: [{ itemIdentifier: { partition, offset } }] },
});
export const textOf = (value: string | undefined): string => Buffer.from(value ?? '', 'base64').toString();
const textsOf = ({ records }: Payload): string[] =>
  Object.values(records).flatMap((all) => all?.map(({ value }) => textOf(value)) ?? []);

/** For tests: a broker, a producer, and mappings whose function answers as told. */
export class KafkaTrial {
  readonly scratch;
  readonly #producer;
  #topics = 0;
  topic = '';

  constructor(scratch: Awaited<ReturnType<typeof scratchBroker>>) {
    this.scratch = scratch;
    const kafka = new Kafka({ brokers: scratch.broker.brokers, logLevel: logLevel.NOTHING });
    this.#producer = kafka.producer();
  }

  nextTopic(): void {
    this.topic = `topic${++this.#topics}`;
    this.scratch.broker.createTopic(this.topic, 4);
  }

  produce({ messages }: { messages: Message[] }) {
    return this.#producer.send({ topic: this.topic, messages });
  }

  send(partition: number, ...values: string[]) {
    return this.produce({ messages: values.map((value) => ({ partition, key: 'k', value })) });
  }

  committed(partition: number): number | undefined {
    return this.scratch.broker.committed(`group-of-${this.topic}`, this.topic, partition);
  }

  /** Starts one mapping; `calls` lists the values its function was given, call by call. */
  async mapped(answer: Answer, properties: Record<string, unknown> = {}, faults: Faults = noFaults) {
    const calls: string[][] = [];
    const payloads: Payload[] = [];
    const deadLetters: { arn: string; body: string }[] = [];
    const activity = trackActivity();
    const running = await startKafkaMappings({
      mappings: [this.#mapping(properties)],
      brokers: this.scratch.broker.brokers,
      invoker: {
        async invoke(_name, event) {
          const payload = event as Payload;
          payloads.push(payload);
          calls.push(textsOf(payload));
          return answer(textsOf(payload));
        },
      },
      activity,
      faults,
      log: jsonLog({ write: () => {} }),
      deadLetter: async (arn, body) => void deadLetters.push({ arn, body }),
      lag: (group, topic) => this.#lag(group, topic),
    });
    return { calls, payloads, deadLetters, activity, stop: () => running.stop() };
  }

  async connect(): Promise<void> {
    await this.#producer.connect();
  }

  async close(): Promise<void> {
    await this.#producer.disconnect();
    await this.scratch.discard();
  }

  #mapping(properties: Record<string, unknown>) {
    return parseKafkaMapping('mapping-1', {
      FunctionName: 'listener',
      Topics: [this.topic],
      EventSourceArn: 'arn:aws:kafka:us-east-1:000000000000:cluster/bunko/1',
      AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: `group-of-${this.topic}` },
      StartingPosition: 'TRIM_HORIZON',
      MaximumBatchingWindowInSeconds: '0',
      ProvisionedPollerConfig: { MinimumPollers: 1 },
      ...properties,
    });
  }

  #lag(group: string, topic: string): number {
    const { broker } = this.scratch;
    const behind = (partition: number) =>
      broker.endOffset(topic, partition) - (broker.committed(group, topic, partition) ?? 0);
    return [0, 1, 2, 3].reduce((sum, partition) => sum + behind(partition), 0);
  }
}

export const openKafkaTrial = async (): Promise<KafkaTrial> => {
  const trial = new KafkaTrial(await scratchBroker());
  await trial.connect();
  return trial;
};
