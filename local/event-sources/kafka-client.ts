import { connect, type Socket } from 'node:net';
import { Kafka, logLevel } from 'kafkajs';
import type { Log } from '../ports.ts';
import { calmKafkajs } from './kafkajs-idle-timer.ts';

calmKafkajs();

/** A kafkajs client whose open connections can be cut, which is the only way to end a fetch that waits. */
export interface CuttableClient {
  kafka: Kafka;
  cut(): void;
}

/** `isStopping` silences the complaints of kafkajs about connections that are cut on purpose. */
export const kafkaClient = (brokers: readonly string[], log: Log, isStopping: () => boolean): CuttableClient => {
  const sockets = new Set<Socket>();
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId: 'event-source-mapping',
    retry: { initialRetryTime: 100, maxRetryTime: 5_000, restartOnFailure: async () => true },
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ log: { message, groupId, error } }) => {
        if (!isStopping()) log.warn('kafkajs', { said: message, groupId, error });
      },
    socketFactory: ({ host, port, onConnect }) => {
      const socket = connect({ host, port }, onConnect).setNoDelay(true).setKeepAlive(true, 60_000);
      sockets.add(socket.on('close', () => sockets.delete(socket)));
      return socket;
    },
  });
  return {
    kafka,
    cut() {
      // With an error: kafkajs does not notice a socket that closes without one.
      for (const socket of sockets) socket.destroy(new Error('the mapping stops'));
    },
  };
};
