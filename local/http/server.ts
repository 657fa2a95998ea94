import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log, Running } from '../ports.ts';
import { type GatewayRequest, gatewayRequest } from './gateway-event.ts';
import { type HttpAnswer, internalError, problemAnswer } from './gateway-response.ts';
import { isLocalCaller } from './local-caller.ts';
import { readBody } from './request-body.ts';

/** Answers complete requests. */
export type Respond = (request: GatewayRequest) => Promise<HttpAnswer> | HttpAnswer;

/** What is served where; the longest path prefix wins. */
export interface Mount {
  prefix: string;
  /** Only for callers on this machine. */
  localOnly: boolean;
  respond: Respond;
}

export interface HttpServer extends Running {
  port: number;
}

const isBelow = (path: string, prefix: string) =>
  prefix === '/' || path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`);

const forbidden = () => problemAnswer(403, 'Forbidden', 'forbidden', { detail: 'Only for callers on this machine.' });
const tooLarge = () => problemAnswer(413, 'Content Too Large', 'too-large');

const write = (response: ServerResponse, { status, headers, body }: HttpAnswer) => {
  if (response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers))
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  response.setHeader('x-content-type-options', 'nosniff');
  if (status !== 204 && status !== 304) response.setHeader('content-length', body.length);
  response.end(body);
};

const answerTo = async (request: IncomingMessage, mounts: readonly Mount[]): Promise<HttpAnswer> => {
  const mount = mounts.find(({ prefix }) => isBelow(request.url ?? '/', prefix));
  if (!mount) return problemAnswer(404, 'Not Found', 'not-found');
  if (mount.localOnly && !isLocalCaller(request)) return forbidden();
  const body = await readBody(request);
  return body === 'too-large' ? tooLarge() : mount.respond(gatewayRequest(request, body));
};

const LOOPBACK = '127.0.0.1';

const listen = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/**
 * Serves `mounts` on one port, of the loopback address unless `host` is another; port 0 takes a free one.
 * Rejects with the system's error (`code: 'EADDRINUSE'`) when the port is taken.
 */
export const startServer = async (options: {
  port: number;
  host?: string;
  mounts: readonly Mount[];
  log: Log;
}): Promise<HttpServer> => {
  const mounts = options.mounts.toSorted((left, right) => right.prefix.length - left.prefix.length);
  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 60_000 }, async (request, response) => {
    try {
      write(response, await answerTo(request, mounts));
    } catch (error) {
      // A caller that hangs up while sending is no fault of ours.
      if (!request.destroyed) options.log.error('request failed', { url: request.url, error: String(error) });
      if (!response.headersSent) write(response, internalError());
    }
  });
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  const port = await listen(server, options.port, options.host ?? LOOPBACK);
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  };
};
