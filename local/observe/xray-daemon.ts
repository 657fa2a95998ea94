import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Running } from '../ports.ts';
import type { TraceStore } from './trace-store.ts';

/**
 * The X-Ray daemon's UDP socket on a free port. A datagram is a header line, then one segment document;
 * anything else is ignored, as the daemon does.
 */
export const startXrayDaemon = async (traces: TraceStore): Promise<Running & { address: string }> => {
  const socket = createSocket('udp4');
  socket.on('message', (datagram) => {
    const text = datagram.toString('utf8');
    const end = text.indexOf('\n');
    if (end > 0 && text.startsWith('{')) traces.add(text.slice(end + 1));
  });
  socket.on('error', () => undefined);
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    async stop() {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
      traces.flush();
    },
  };
};
