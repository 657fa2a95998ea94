import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { KafkaProblem } from './kafka-problem.ts';

/** The oldest Java that Apache Kafka 4 runs on. */
const OLDEST = 17;

const whatToInstall =
  'Install it (Debian and Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17) or start Docker.';

/** The Java to use, from JAVA_HOME or else from the PATH; throws a `KafkaProblem` when it is missing or too old. */
export const javaProgram = (home: string | undefined = process.env.JAVA_HOME): string => {
  const java = home ? join(home, 'bin', 'java') : 'java';
  const { error, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const refuse = (why: string) =>
    new KafkaProblem('no-java', `Apache Kafka needs Java ${OLDEST}, ${why}. ${whatToInstall}`);
  if (error) throw refuse(`and ${java} could not be started`);
  const [, version = ''] = /version "([^"]*)"/.exec(stderr) ?? [];
  if (Number(version.split('.')[0]) >= OLDEST) return java;
  throw refuse(`and ${java} is version ${version || 'unknown'}`);
};
