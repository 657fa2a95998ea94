// `npm run kafka start|stop|status`: Apache Kafka on this machine, for `KAFKA_BROKERS=127.0.0.1:9092 npm start`.
import { join, resolve } from 'node:path';
import { type ApacheKafka, openApacheKafka } from './kafka/apache-kafka.ts';
import { KafkaProblem } from './kafka/kafka-problem.ts';
import { KAFKA_VERSION } from './kafka/version.ts';

// Only one comes: of a timer of kafkajs 2.2.4, which is harmlessly negative.
process.removeAllListeners('warning');

const root = resolve(import.meta.dirname, '..');
const say = (text: string) => process.stdout.write(`${text}\n`);
const whereOf = (kafka: ApacheKafka) => `Apache Kafka ${KAFKA_VERSION} (${kafka.name()}) at ${kafka.brokers.join(',')}`;

const open = (port: number) =>
  openApacheKafka({ root, directory: join(root, '.bunko/kafka/node'), port, outlives: true });

const commands: Readonly<Record<string, (port: number) => Promise<void>>> = {
  async start(port) {
    const known = await open(0);
    const kafka = (await known.isRunning()) ? known : await open(port);
    await kafka.start();
    say(`${whereOf(kafka)} is ready; use it with KAFKA_BROKERS=${kafka.brokers.join(',')} npm start`);
  },
  async stop() {
    await (await open(0)).stop();
    say('Apache Kafka does not run; its data is kept');
  },
  async status() {
    const kafka = await open(0);
    const runs = await kafka.isRunning();
    say(runs ? `${whereOf(kafka)} runs` : 'Apache Kafka does not run');
    if (!runs) process.exitCode = 1;
  },
};

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name];
const port = Number(process.env.KAFKA_PORT || 9092);
if (!command || rest.length > 0 || !Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('npm run kafka start|stop|status (KAFKA_PORT=9092 is the port; 0 takes a free one)\n');
  process.exitCode = 2;
} else {
  try {
    await command(port);
  } catch (error) {
    if (!(error instanceof KafkaProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
