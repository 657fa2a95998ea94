import { describe } from 'vitest';
import { kafkaBrokerContract } from '../../local/kafka/broker-contract.ts';
import { scratchBroker } from '../../local/kafka/scratch-broker.ts';
import { canRunKafka, scratchKafka } from '../support/kafka.ts';

describe.skipIf(!(await canRunKafka('the contract on Apache Kafka')))('the original', () => {
  kafkaBrokerContract('Apache Kafka', async () => {
    const kafka = await scratchKafka();
    await kafka.start();
    return { brokers: kafka.brokers, close: () => kafka.discard() };
  });
});

kafkaBrokerContract('the embedded broker', async () => {
  const { broker, discard } = await scratchBroker();
  return { brokers: broker.brokers, close: discard };
});
