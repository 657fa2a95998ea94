import type { Meter } from '../observe/meter.ts';
import type { Log } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { Account, AwsRequest, AwsResponse, AwsService } from './aws-service.ts';
import { askingForCapacity, meterCapacity } from './consumed-capacity.ts';
import { DynamoDbInput, dynamoDbAccess, writtenTables } from './dynamodb-access.ts';
import { engineConnection } from './engine-call.ts';
import { jsonBody, jsonFailure, unknownOperation } from './json-protocol.ts';
import type { TableBook } from './tables.ts';

interface DynamoDbOptions {
  /** Where the engine answers. */
  engine: string;
  tables: TableBook;
  account: Account;
  /** Called with every table written, before the writer gets its answer. */
  wrote: (tableName: string) => void;
  /** Told of the capacity that calls consume. */
  meter?: Meter | undefined;
  log: Log;
}

const TABLE_API = 'DynamoDB_20120810';
const STREAM_API = 'DynamoDBStreams_20120810';
const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);
/** Their permissions and written tables hide in a statement's text; nothing here uses them. */
const notOffered = new Set(['ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction']);

/** DynamoDB and DynamoDB Streams: checks permissions, then passes the bytes to the engine and its answer back. */
export const dynamoDbService = ({ engine, tables, account, wrote, meter, log }: DynamoDbOptions): AwsService => {
  const send = engineConnection(engine);
  const accessOf = dynamoDbAccess(account, tables);

  const run = async (request: AwsRequest, target: string, written: readonly string[]): Promise<AwsResponse> => {
    try {
      const isMetered = meter !== undefined && !target.startsWith(STREAM_API);
      const body = isMetered ? askingForCapacity(request.body) : request.body;
      const answer = await send(forwarded({ ...request, body }, target), body);
      if (isMetered) meterCapacity(meter, { body: answer.body, written });
      return answer;
    } catch (error) {
      log.warn('the DynamoDB engine did not answer', { operation: request.operation, error: String(error) });
      throw new AwsFault('InternalServerError', 'The DynamoDB engine did not answer', 500);
    } finally {
      // Also after a lost answer: the write may have happened.
      for (const table of written) wrote(table);
    }
  };

  return {
    names: ['dynamodb'],
    targets: [TABLE_API, STREAM_API],
    refusalStatus: 400,
    failure: (fault) => jsonFailure(fault),
    call(request) {
      const { operation } = request;
      if (notOffered.has(operation)) throw unknownOperation('dynamodb', operation, log);
      const target = String(request.headers['x-amz-target'] ?? '');
      const input = parsedOnce(request);
      const written = writes.has(operation) ? writtenTables(operation, input()) : [];
      return {
        access: () => (target.startsWith(STREAM_API) ? streamAccess(request) : accessOf(operation, input())),
        run: () => run(request, target, written),
      };
    },
  };
};

const parsedOnce = (request: AwsRequest): (() => DynamoDbInput) => {
  let parsed: DynamoDbInput | undefined;
  return () => {
    if (parsed) return parsed;
    const input = DynamoDbInput.safeParse(jsonBody(request.body));
    if (!input.success) throw new AwsFault('SerializationException', 'The request has an unexpected shape');
    parsed = input.data;
    return parsed;
  };
};

const streamAccess = (request: AwsRequest) => {
  const body = jsonBody(request.body);
  const named = typeof body === 'object' && body !== null && 'StreamArn' in body ? body.StreamArn : undefined;
  return [{ action: `dynamodb:${request.operation}`, resource: typeof named === 'string' ? named : '*' }];
};

const passedOn = ['content-type', 'x-amz-date', 'authorization'] as const;

const forwarded = ({ headers, body }: AwsRequest, target: string): Record<string, string> => {
  const passed: Record<string, string> = { 'x-amz-target': target, 'content-length': String(body.length) };
  for (const name of passedOn) {
    const value = headers[name];
    if (typeof value === 'string') passed[name] = value;
  }
  return passed;
};
