import { GetQueueUrlCommand, QueueDoesNotExist, SQSClient } from '@aws-sdk/client-sqs';
import type { Listener } from '../../../events/subscriptions.ts';
import { type KafkaBackbone, stageOf } from '../../../infra/stages.ts';
import type { Target } from '../target.ts';

/** A listener that hears through the backbone: on EventBridge it has a queue, on Kafka it has none. */
const WITNESS: Listener = 'availability';

/** The Kafka backbone of a running stage; undefined when everything goes over the bus, whatever the stage says here. */
export const kafkaBackboneOf = async (target: Target): Promise<KafkaBackbone | undefined> => {
  const sqs = new SQSClient(target.aws);
  try {
    await sqs.send(new GetQueueUrlCommand({ QueueName: target.name(WITNESS) }));
    return undefined;
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
    const { backbone } = stageOf(target.stage.name);
    return backbone.kind === 'kafka' ? backbone : undefined;
  } finally {
    sqs.destroy();
  }
};
