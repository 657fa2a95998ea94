import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { downloadJars } from './download-jars.ts';
import { KafkaProblem } from './kafka-problem.ts';
import { mavenRepository } from './maven-repository.ts';
import { differenceTo, kafkaJars } from './pinned-jars.ts';
import { KAFKA_VERSION } from './version.ts';

const run = promisify(execFile);

/** The class path of Apache Kafka; its jars are fetched into `.bunko/kafka` of the checkout when they are not there yet. */
export const kafkaClassPath = async (root: string): Promise<string> => {
  const cache = join(root, '.bunko', 'kafka');
  const jars = join(cache, KAFKA_VERSION);
  if (!existsSync(jars)) {
    mkdirSync(cache, { recursive: true });
    const draft = mkdtempSync(join(cache, 'draft-'));
    try {
      await fill(draft);
      // Whole or not at all; another process may have been quicker.
      if (!existsSync(jars)) renameSync(draft, jars);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return join(jars, '*');
};

const fill = async (directory: string): Promise<void> => {
  try {
    if (process.env.MAVEN_REPOSITORY || !(await hasMaven()))
      await downloadJars(mavenRepository(), kafkaJars, directory);
    else await copyWithMaven(directory);
  } catch (error) {
    throw new KafkaProblem('no-jars', `The jars of Apache Kafka could not be fetched: ${reasonOf(error)}`);
  }
  const difference = differenceTo(kafkaJars, directory);
  if (difference)
    throw new KafkaProblem('no-jars', `The jars of Apache Kafka are not those of jars.json: ${difference}`);
};

const hasMaven = (): Promise<boolean> =>
  run('mvn', ['-v']).then(
    () => true,
    () => false,
  );

/** Maven knows the mirrors, proxies and passwords of this machine by itself. */
const copyWithMaven = (directory: string) =>
  run('mvn', [
    '--batch-mode',
    '--quiet',
    '--file',
    join(import.meta.dirname, 'pom.xml'),
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${directory}`,
  ]);

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const said = 'stdout' in error ? String(error.stdout).trim() : '';
  return said || (error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message);
};
