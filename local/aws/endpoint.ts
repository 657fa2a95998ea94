import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Faults, noFaults } from '../faults/faults.ts';
import { faultyCall } from '../faults/faulty-call.ts';
import { type Meter, meterCall } from '../observe/meter.ts';
import type { AccessRequest, Authorize, Log, Principal, Running } from '../ports.ts';
import { AwsFault, isAwsFault } from './aws-fault.ts';
import type { AwsCall, AwsRequest, AwsResponse, AwsService } from './aws-service.ts';
import { jsonFailure } from './json-protocol.ts';
import { readBody } from './request-body.ts';
import { credentialOf, directory, targetOf } from './request-scope.ts';

interface EndpointOptions {
  services: readonly AwsService[];
  principalOf: (accessKeyId: string) => Principal;
  authorize: Authorize;
  /** What goes wrong on purpose with the calls of functions. */
  faults?: Faults;
  /** Told of each call of a function. */
  meter?: Meter | undefined;
  /** 0 or nothing takes a free port. */
  port?: number;
  log: Log;
}

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const PLACEHOLDER_HOST = 'http://endpoint';

/**
 * The one HTTP port that all AWS SDK clients talk to (AWS_ENDPOINT_URL), on the loopback address.
 * Rejects when the port is taken (Node's `code: 'EADDRINUSE'`).
 */
export const startEndpoint = async (options: EndpointOptions): Promise<Running & { url: string }> => {
  const find = directory(options.services);
  const server = createServer((request, response) => {
    answer(options, find, request)
      .catch((error: unknown) => failure(options.log, undefined, error))
      .then((answered) => send(response, answered));
  });
  server.keepAliveTimeout = 120_000;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      }),
  };
};

const answer = async (options: EndpointOptions, find: ReturnType<typeof directory>, incoming: IncomingMessage) => {
  const url = new URL(incoming.url ?? '/', PLACEHOLDER_HOST);
  const credential = credentialOf(incoming, url.searchParams);
  if (!credential) throw new AwsFault('MissingAuthenticationTokenException', 'The request is not signed', 403);
  const { prefix, operation } = targetOf(incoming);
  const service = find(prefix, credential.scope);
  if (!service) return noSuchService(options.log, credential.scope, incoming);

  try {
    const body = await readBody(incoming, service.maxBodyBytes ?? MAX_BODY_BYTES);
    const { method = 'GET', headers } = incoming;
    const { pathname: path, searchParams: query } = url;
    const request: AwsRequest = { method, path, query, headers, body, operation, scope: credential.scope };
    const principal = options.principalOf(credential.accessKeyId);
    const call = service.call(request);
    return await (principal.kind === 'outside' ? call.run() : runFor(principal, call, { options, service, incoming }));
  } catch (error) {
    return failure(options.log, service, error);
  }
};

interface Surroundings {
  options: EndpointOptions;
  service: AwsService;
  incoming: IncomingMessage;
}

/** A function may do what its role allows, and what it does may go wrong on purpose. */
const runFor = (principal: Principal, call: AwsCall, { options, service, incoming }: Surroundings) => {
  const { authorize, faults = noFaults, meter } = options;
  const access = call.access();
  allow(authorize, principal, access, service);
  if (meter) meterCall(meter, access);
  const gone = () => new Promise<void>((resolve) => incoming.socket.once('close', resolve));
  return faultyCall(faults, { access, run: () => call.run(), gone });
};

const allow = (
  authorize: Authorize,
  principal: Principal,
  needed: readonly AccessRequest[],
  service: AwsService,
): void => {
  for (const access of needed) {
    const refusal = authorize(principal, access);
    if (refusal !== undefined) throw new AwsFault('AccessDeniedException', refusal, service.refusalStatus);
  }
};

const noSuchService = (log: Log, scope: string, incoming: IncomingMessage): AwsResponse => {
  log.warn('an AWS service that is not offered offline was called', { service: scope, path: incoming.url });
  incoming.resume();
  return jsonFailure(new AwsFault('UnknownOperationException', `The service ${scope} is not offered offline`));
};

const failure = (log: Log, service: AwsService | undefined, error: unknown): AwsResponse => {
  const fault = isAwsFault(error) ? error : new AwsFault('InternalFailure', 'The local runtime failed', 500);
  if (!isAwsFault(error)) log.error('an AWS call failed inside the local runtime', { error: String(error) });
  return service ? service.failure(fault) : jsonFailure(fault);
};

const send = (response: ServerResponse, answered: AwsResponse | 'cut'): void => {
  if (response.destroyed) return;
  if (answered === 'cut') return void response.destroy();
  const { status, headers, body } = answered;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};
