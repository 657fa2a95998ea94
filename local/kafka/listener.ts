import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Log, Running } from '../ports.ts';
import type { AnswerFrame } from './api-table.ts';
import { serveClient } from './client-connection.ts';

/** One port of the broker; clients are sent back to the address at which they came in. */
export interface Listener extends Running {
  port: number;
}

interface Address {
  host: string;
  port: number;
}

/** Accepts clients at `wanted`, port 0 takes a free one; rejects when the port is taken. `answers` gets the address that is told. */
export const openListener = async (
  wanted: Address,
  answers: (address: Address) => AnswerFrame,
  log: Log,
): Promise<Listener> => {
  const address = { ...wanted };
  const answer = answers(address);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    serveClient(socket, answer, log);
  });
  address.port = await listening(server, address);
  return {
    port: address.port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

const listening = async (server: Server, { host, port }: Address): Promise<number> => {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the broker listens on no port');
  return address.port;
};
