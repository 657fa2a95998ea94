import { AwsClient } from 'aws4fetch';

/** A function that ended in a fault, or that Lambda refused to run. `reason` is Lambda's error type or an HTTP status. */
export class InvocationFailed extends Error {
  override readonly name = 'InvocationFailed';
  readonly reason: string;
  constructor(functionName: string, reason: string) {
    super(`${functionName} was not run to its end: ${reason}`);
    this.reason = reason;
  }
}

/** Runs other functions. */
export interface LambdaApi {
  /** Runs a function and answers what it returned. Throws `InvocationFailed`. */
  invoke(functionName: string, payload: unknown): Promise<unknown>;
  /** Hands a payload to a function that is run later; resolves when Lambda has accepted it. Throws `InvocationFailed`. */
  start(functionName: string, payload: unknown): Promise<void>;
}

/** Lambda's Invoke API; two calls need no SDK client, which would add 60 KB to a bundle. */
export const lambdaApi = (environment: NodeJS.ProcessEnv = process.env): LambdaApi => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL } = environment;
  const client = new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
    ...(AWS_REGION && { region: AWS_REGION }),
    service: 'lambda',
    // A function may have run although no answer came: whoever asks decides whether to ask again.
    retries: 0,
  });
  const send = async (functionName: string, payload: unknown, type: 'RequestResponse' | 'Event') => {
    const endpoint = AWS_ENDPOINT_URL ?? `https://lambda.${AWS_REGION}.amazonaws.com`;
    const url = `${endpoint}/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`;
    const headers = { 'x-amz-invocation-type': type, 'content-type': 'application/json' };
    const answer = await client.fetch(url, { method: 'POST', headers, body: JSON.stringify(payload) });
    if (!answer.ok) throw new InvocationFailed(functionName, `${answer.status} ${await answer.text()}`);
    const fault = answer.headers.get('x-amz-function-error');
    if (fault !== null) throw new InvocationFailed(functionName, `${fault} ${await answer.text()}`);
    return answer;
  };
  return {
    async invoke(functionName, payload) {
      const text = await (await send(functionName, payload, 'RequestResponse')).text();
      return text === '' ? undefined : JSON.parse(text);
    },
    start: async (functionName, payload) => void (await send(functionName, payload, 'Event')),
  };
};
