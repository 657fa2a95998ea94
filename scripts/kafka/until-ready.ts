import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { KafkaProblem } from './kafka-problem.ts';
import type { Machine } from './machine.ts';
import type { NodeAddress } from './server-properties.ts';

const READY_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 100;
const ANSWER_MS = 2_000;
const LOG_LINES = 12;

/** Whether this very cluster, and not another on the same port, tells of its broker. */
const answers = async ({ port, clusterId }: NodeAddress): Promise<boolean> => {
  const admin = new Kafka({
    brokers: [`127.0.0.1:${port}`],
    logLevel: logLevel.NOTHING,
    requestTimeout: ANSWER_MS,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    const cluster = await admin.describeCluster();
    return cluster.clusterId === clusterId && cluster.brokers.length === 1;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
};

/** Resolves when the broker answers; ends it and rejects with its log when it does not come. */
export const untilReady = async (machine: Machine, address: NodeAddress): Promise<void> => {
  const refuse = async (why: string) => {
    const log = await machine.log();
    await machine.end('SIGKILL');
    return new KafkaProblem(
      'did-not-start',
      `Apache Kafka ${why} on port ${address.port}. It says:\n${tellingLinesOf(log)}`,
    );
  };
  for (const deadline = Date.now() + READY_WITHIN_MS; !(await answers(address)); await pause(LOOK_EVERY_MS)) {
    if (!(await machine.isRunning())) throw await refuse('did not start');
    if (Date.now() > deadline) throw await refuse('has not answered in time');
  }
};

/** What went wrong is said before everything is shut down, at length. */
const tellingLinesOf = (log: string): string => {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const complaints = lines.filter((line) => /ERROR|FATAL|Exception/.test(line));
  return [...new Set([...complaints.slice(0, LOG_LINES), ...lines.slice(-LOG_LINES)])].join('\n');
};
