import type { Socket } from 'node:net';
import type { Log } from '../ports.ts';
import type { ApiRequest } from './api.ts';
import type { AnswerFrame } from './api-table.ts';
import { frameReader } from './frame-reader.ts';
import { WireReader } from './wire-reader.ts';

/** A client may send this many requests ahead; then it is not read until they are answered. */
const MAX_WAITING_FRAMES = 100;

/**
 * Serves one client: its requests are answered one at a time and in order, as the protocol demands. A request that
 * cannot be read or is not known ends this connection and nothing else.
 */
export const serveClient = (socket: Socket, answer: AnswerFrame, log: Log): void => {
  const from = `${socket.remoteAddress}:${socket.remotePort}`;
  const waiting: Buffer[] = [];
  const cut = frameReader();
  let hurry = () => {};
  let serving = false;

  const refuse = (why: string) => {
    if (!socket.destroyed) log.warn('a Kafka connection was closed', { from, why });
    socket.destroy();
  };
  const serve = async () => {
    for (let frame = waiting.shift(); frame && !socket.destroyed; frame = waiting.shift()) {
      const hurried = Promise.withResolvers<void>();
      hurry = hurried.resolve;
      // A client may send a commit or a heartbeat on the connection that waits for records, and answers go in order:
      // the next request ends the wait, which every client takes for a fetch that found nothing.
      if (waiting.length > 0) hurry();
      send(socket, await answer(requestOf(frame, socket, hurried.promise)));
      if (socket.isPaused() && waiting.length < MAX_WAITING_FRAMES) socket.resume();
    }
  };

  socket.setNoDelay(true);
  socket.on('error', (error) => log.info('a Kafka connection broke', { from, why: error.message }));
  socket.on('close', () => hurry());
  socket.on('data', (bytes: Buffer) => {
    const frames = cut(bytes);
    if (frames === 'unacceptable') return refuse('not a Kafka request, or too large');
    if (frames.length === 0) return;
    waiting.push(...frames);
    if (waiting.length >= MAX_WAITING_FRAMES) socket.pause();
    hurry();
    if (serving) return;
    serving = true;
    serve()
      .catch((error: unknown) => refuse(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        serving = false;
      });
  });
};

/** A request before its API is known. */
export type RawRequest = Omit<ApiRequest, 'version'> & { apiKey: number; version: number; correlationId: number };

const requestOf = (frame: Buffer, socket: Socket, hurried: Promise<void>): RawRequest => {
  const body = new WireReader(frame);
  const apiKey = body.int16();
  const version = body.int16();
  const correlationId = body.int32();
  const clientId = body.string();
  return { apiKey, version, correlationId, clientId, body, hurried, clientHost: `/${socket.remoteAddress ?? ''}` };
};

const send = (socket: Socket, pieces: readonly Buffer[]): void => {
  if (socket.destroyed) return;
  socket.cork();
  for (const piece of pieces) socket.write(piece);
  socket.uncork();
};
