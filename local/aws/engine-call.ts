import { Agent, request } from 'node:http';

/** An error that the engine answered; `code` is DynamoDB's error name without its prefix. */
export class EngineFault extends Error {
  readonly kind = 'engine-fault';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The DynamoDB error name of a thrown value; undefined when it is something else. */
export const engineFaultCode = (error: unknown): string | undefined =>
  error instanceof EngineFault ? error.code : undefined;

/** Calls one operation of the engine, e.g. `('DynamoDB_20120810.ListTables', {})`; rejects with an `EngineFault` or a socket error. */
export type EngineCall = (target: string, input: object) => Promise<unknown>;

export interface EngineAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** A keep-alive connection pool to the engine; passes headers and body bytes through unchanged. */
export const engineConnection = (endpoint: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const { hostname, port } = new URL(endpoint);

  return (headers: Readonly<Record<string, string>>, body: Buffer): Promise<EngineAnswer> =>
    new Promise((resolve, reject) => {
      const outgoing = request({ agent, hostname, port, method: 'POST', path: '/', headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const { 'content-type': type, 'x-amzn-requestid': id, 'x-amz-crc32': crc } = incoming.headers;
          const passed = { 'content-type': type, 'x-amzn-requestid': id, 'x-amz-crc32': crc };
          resolve({ status: incoming.statusCode ?? 500, headers: onlyStrings(passed), body: Buffer.concat(chunks) });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
};

const onlyStrings = (headers: Record<string, unknown>): Record<string, string> => {
  const strings: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') strings[name] = value;
  return strings;
};

const SIGNED =
  'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

/** The runtime's own calls to the engine, as any caller with any key. */
export const engineCall = (endpoint: string): EngineCall => {
  const send = engineConnection(endpoint);
  return async (target, input) => {
    const body = Buffer.from(JSON.stringify(input));
    const answer = await send(
      {
        'content-type': 'application/x-amz-json-1.0',
        'content-length': String(body.length),
        'x-amz-target': target,
        'x-amz-date': '20260101T000000Z',
        authorization: SIGNED,
      },
      body,
    );
    const output: unknown = JSON.parse(answer.body.toString('utf8'));
    if (answer.status !== 200) throw engineFault(output);
    return output;
  };
};

const engineFault = (output: unknown): EngineFault => {
  const fields = new Map(typeof output === 'object' && output !== null ? Object.entries(output) : []);
  const code = String(fields.get('__type') ?? 'InternalFailure');
  return new EngineFault(code.slice(code.indexOf('#') + 1), String(fields.get('message') ?? fields.get('Message')));
};
