import { kafkaClassPath } from './class-path.ts';
import { dockerMachine, hasDocker } from './docker-machine.ts';
import { javaProgram } from './java.ts';
import { javaMachine } from './java-machine.ts';
import { knownNode, nodeIdentity } from './node-identity.ts';
import { untilReady } from './until-ready.ts';

export interface ApacheKafkaOptions {
  /** The checkout; jars are kept in its `.bunko/kafka`. */
  root: string;
  /** Of this node alone: address, data, log. Made when it is not there. */
  directory: string;
  /** 0, the default, takes a free one the first time and the same one from then on. */
  port?: number;
  /** Whether the broker goes on when this process ends. */
  outlives?: boolean;
}

/** Apache Kafka, one node: it can be stopped, killed and started again on the same port and data. */
export interface ApacheKafka {
  /** What runs it, for people. */
  name(): string;
  /** As clients want it: `host:port`. */
  brokers: string[];
  /** Resolves when it answers; rejects with a `KafkaProblem` that holds its log when it does not. */
  start(): Promise<void>;
  /** SIGTERM; resolves when it has ended. */
  stop(): Promise<void>;
  /** SIGKILL; resolves when it has ended. */
  kill(): Promise<void>;
  isRunning(): Promise<boolean>;
  /** Kills it and removes its directory. */
  discard(): Promise<void>;
}

/**
 * Prepares a node without starting it: a container where a Docker daemon answers, otherwise a Java process. Rejects with
 * a `KafkaProblem` that says what to install when there is neither.
 */
export const openApacheKafka = async (options: ApacheKafkaOptions): Promise<ApacheKafka> => {
  const { root, directory, port = 0, outlives = false } = options;
  const runsIn = knownNode(directory)?.runsIn ?? ((await hasDocker()) ? 'docker' : 'java');
  const java = runsIn === 'java' ? javaProgram() : undefined;
  const node = await nodeIdentity(directory, { port, runsIn });
  const machine =
    java === undefined
      ? dockerMachine(directory, node)
      : javaMachine({ java, classPath: () => kafkaClassPath(root), directory, address: node, outlives });
  return {
    name: () => machine.name(),
    brokers: [`127.0.0.1:${node.port}`],
    async start() {
      if (!(await machine.isRunning())) await machine.launch();
      await untilReady(machine, node);
    },
    stop: () => machine.end('SIGTERM'),
    kill: () => machine.end('SIGKILL'),
    isRunning: () => machine.isRunning(),
    async discard() {
      await machine.end('SIGKILL');
      await machine.discard();
    },
  };
};
