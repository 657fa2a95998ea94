import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Activity, FunctionInvoker, InvokeResult, Log, Resource } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { AwsCall, AwsRequest, AwsResponse, AwsService } from './aws-service.ts';
import { jsonFailure } from './json-protocol.ts';

interface LambdaOptions {
  resources: readonly Resource[];
  /** Asked late: functions start after the endpoint they call. */
  invoker: () => FunctionInvoker;
  activity: Activity;
  log: Log;
}

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/;
/** Lambda runs a failed asynchronous invocation twice more; minutes later there, at once here. */
const TRIES = 3;
const BETWEEN_TRIES_MS = 1_000;

/** Lambda's Invoke API: `RequestResponse` waits for the result, `Event` answers at once and retries in the background. */
export const lambdaService = (options: LambdaOptions): AwsService => ({
  names: ['lambda'],
  targets: [],
  refusalStatus: 403,
  failure: jsonFailure,
  call: (request) => callOf(options, request),
});

const callOf = (options: LambdaOptions, { method, path, headers, body }: AwsRequest): AwsCall => {
  const named = decodeURIComponent(INVOKE.exec(path)?.[1] ?? '');
  if (method !== 'POST' || named === '') {
    options.log.warn('a Lambda operation that is not offered offline was called', { method, path });
    throw new AwsFault('UnknownOperationException', 'The operation is not offered offline');
  }
  const name = named.slice(named.lastIndexOf(':') + 1);
  const known = options.resources.find(
    ({ type, physicalId }) => type === 'AWS::Lambda::Function' && physicalId === name,
  );
  if (!known) throw new AwsFault('ResourceNotFoundException', `Function not found: ${named}`, 404);
  const event = payloadOf(body);
  const type = headers['x-amz-invocation-type'] ?? 'RequestResponse';
  return {
    access: () => [{ action: 'lambda:InvokeFunction', resource: known.arn }],
    run: () => (type === 'Event' ? accept(options, name, event) : answer(options, name, event)),
  };
};

const payloadOf = (body: Buffer): unknown => {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsFault('InvalidRequestContentException', 'Could not parse request body into json');
  }
};

const reply = (status: number, body: string, headers: Record<string, string> = {}): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID(), ...headers },
  body,
});

const answer = async ({ invoker }: LambdaOptions, name: string, event: unknown): Promise<AwsResponse> => {
  const result = await invoker().invoke(name, event);
  if (result.ok) return reply(200, JSON.stringify(result.payload ?? null));
  if (result.errorType === 'TooManyRequestsException') throw new AwsFault(result.errorType, result.errorMessage, 429);
  const { errorType, errorMessage, trace } = result;
  return reply(200, JSON.stringify({ errorType, errorMessage, trace }), { 'x-amz-function-error': 'Unhandled' });
};

const accept = async (options: LambdaOptions, name: string, event: unknown): Promise<AwsResponse> => {
  const ended = options.activity.begin(`asynchronous invocation of ${name}`);
  void inBackground(options, name, event).finally(ended);
  return reply(202, '');
};

const inBackground = async ({ invoker, log }: LambdaOptions, name: string, event: unknown): Promise<void> => {
  let result: InvokeResult | undefined;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    result = await invoker().invoke(name, event);
    if (result.ok) return;
    if (attempt < TRIES) await pause(BETWEEN_TRIES_MS, undefined, { ref: false });
  }
  log.error('an asynchronous invocation failed for good', { function: name, result });
};
