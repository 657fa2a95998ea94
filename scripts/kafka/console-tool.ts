import { kafkaClassPath } from './class-path.ts';
import { KAFKA_IMAGE } from './docker-machine.ts';
import { javaProgram } from './java.ts';
import { KafkaProblem } from './kafka-problem.ts';

/** The classes behind Apache's `kafka-*.sh`. */
const classes = {
  topics: 'org.apache.kafka.tools.TopicCommand',
  'console-producer': 'org.apache.kafka.tools.ConsoleProducer',
  'console-consumer': 'org.apache.kafka.tools.consumer.ConsoleConsumer',
  'get-offsets': 'org.apache.kafka.tools.GetOffsetShell',
  'consumer-groups': 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand',
} as const;
export type ConsoleTool = keyof typeof classes;

const flags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dorg.slf4j.simpleLogger.defaultLogLevel=error'];

/** The command, to be followed by the tool's own arguments, that runs one of Apache's tools: with Java, or in a container. */
export const consoleToolCommand = async (root: string, tool: ConsoleTool): Promise<[string, ...string[]]> => {
  try {
    return [javaProgram(), ...flags, '-cp', await kafkaClassPath(root), classes[tool]];
  } catch (error) {
    if (!(error instanceof KafkaProblem)) throw error;
    const inContainer = ['run', '--rm', '--interactive', '--network', 'host', KAFKA_IMAGE];
    return ['docker', ...inContainer, '/opt/kafka/bin/kafka-run-class.sh', classes[tool]];
  }
};
