import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import type { ApacheKafka } from '../../scripts/kafka/apache-kafka.ts';
import { scratchKafka } from './kafka.ts';
import { type System, startSystem } from './system.ts';

export interface SystemOnKafka extends System {
  kafka: ApacheKafka;
}

/** Starts the whole system with KAFKA_BROKERS as somebody would set it. */
const startOn = async (kafka: ApacheKafka): Promise<System> => {
  process.env.KAFKA_BROKERS = kafka.brokers.join(',');
  try {
    return await startSystem();
  } finally {
    delete process.env.KAFKA_BROKERS;
  }
};

/** One Apache Kafka and one system on it for the tests of a suite. */
export const withSystemOnKafka = (): (() => SystemOnKafka) => {
  let kafka: ApacheKafka | undefined;
  let system: System | undefined;
  beforeAll(async () => {
    kafka = await scratchKafka();
    await kafka.start();
    system = await startOn(kafka);
  }, 180_000);
  afterAll(async () => {
    await system?.running.stop();
    await kafka?.discard();
    if (system) rmSync(system.dataDir, { recursive: true, force: true });
  }, 60_000);
  return () => {
    if (!kafka || !system) throw new Error('the system is not up');
    return { ...system, kafka };
  };
};
