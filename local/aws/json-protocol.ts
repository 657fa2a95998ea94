import type { IncomingHttpHeaders } from 'node:http';
import type * as z from 'zod';
import type { AccessRequest, Log } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { AwsCall, AwsRequest, AwsResponse, AwsService } from './aws-service.ts';

/** One operation of a JSON-protocol service: its input is checked once, then asked for permissions and run. */
export type Operation = (
  input: unknown,
  headers: IncomingHttpHeaders,
) => {
  access(): readonly AccessRequest[];
  run(): object | Promise<object>;
};

/** Declares an operation by the shape of its input, the permissions a call needs and its work; the answer is its output. */
export const operation =
  <Input>(
    shape: z.ZodType<Input>,
    access: (input: Input) => readonly AccessRequest[],
    run: (input: Input, headers: IncomingHttpHeaders) => object | Promise<object>,
  ): Operation =>
  (raw, headers) => {
    const parsed = shape.safeParse(raw);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new AwsFault('ValidationException', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
    }
    return { access: () => access(parsed.data), run: () => run(parsed.data, headers) };
  };

/** A JSON body as a value; an empty body is `{}`. Throws a `SerializationException`. */
export const jsonBody = (body: Buffer): unknown => {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsFault('SerializationException', 'The request body is not JSON');
  }
};

/** A JSON answer with status 200. */
export const jsonAnswer = (output: object, contentType = 'application/x-amz-json-1.0'): AwsResponse => ({
  status: 200,
  headers: { 'content-type': contentType },
  body: JSON.stringify(output),
});

/** An error as the JSON protocols write it; the header serves REST services too. */
export const jsonFailure = (fault: AwsFault, contentType = 'application/x-amz-json-1.0'): AwsResponse => ({
  status: fault.status,
  headers: { 'content-type': contentType, 'x-amzn-errortype': fault.code },
  body: JSON.stringify({ __type: fault.code, message: fault.message, ...fault.extra }),
});

interface JsonService {
  names: readonly string[];
  targets: readonly string[];
  version: '1.0' | '1.1';
  operations: Readonly<Record<string, Operation>>;
  log: Log;
}

/** A service of the AWS JSON protocols (X-Amz-Target names the operation). */
export const jsonService = ({ names, targets, version, operations, log }: JsonService): AwsService => {
  const contentType = `application/x-amz-json-${version}`;
  return {
    names,
    targets,
    refusalStatus: 400,
    failure: (fault) => jsonFailure(fault, contentType),
    call(request: AwsRequest): AwsCall {
      const known = Object.hasOwn(operations, request.operation) ? operations[request.operation] : undefined;
      if (!known) throw unknownOperation(names[0] ?? '', request.operation, log);
      const call = known(jsonBody(request.body), request.headers);
      return { access: call.access, run: async () => jsonAnswer(await call.run(), contentType) };
    },
  };
};

/** The error for an operation that is not offered offline; the log line names it. */
export const unknownOperation = (service: string, name: string, log: Log): AwsFault => {
  log.warn('an AWS operation that is not offered offline was called', { service, operation: name });
  return new AwsFault('UnknownOperationException', `The operation ${service}:${name} is not offered offline`);
};
