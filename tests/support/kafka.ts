import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type ApacheKafka, openApacheKafka } from '../../scripts/kafka/apache-kafka.ts';
import { KafkaProblem } from '../../scripts/kafka/kafka-problem.ts';
import { root } from './system.ts';

/** Apache Kafka in a directory of its own, not started yet. */
export const scratchKafka = async (): Promise<ApacheKafka> => {
  const directory = mkdtempSync(join(tmpdir(), 'bunko-apache-kafka-'));
  try {
    return await openApacheKafka({ root, directory });
  } catch (error) {
    rmSync(directory, { recursive: true });
    throw error;
  }
};

/**
 * Whether Apache Kafka can run here. Where it cannot, its suites are skipped, loudly; in CI that is an error.
 */
export const canRunKafka = async (suite: string): Promise<boolean> => {
  try {
    await (await scratchKafka()).discard();
    return true;
  } catch (error) {
    if (process.env.CI !== undefined || !(error instanceof KafkaProblem)) throw error;
    console.error(`\nSKIPPED: ${suite}: ${error.message}\n`);
    return false;
  }
};

/** One running Apache Kafka for the tests of a suite. */
export const withApacheKafka = (): (() => ApacheKafka) => {
  let kafka: ApacheKafka | undefined;
  beforeAll(async () => {
    kafka = await scratchKafka();
    await kafka.start();
  }, 120_000);
  afterAll(() => kafka?.discard(), 60_000);
  return () => {
    if (!kafka) throw new Error('Apache Kafka is not up');
    return kafka;
  };
};
