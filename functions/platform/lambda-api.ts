import { endpointOf, signedClient } from './signed-client.ts';

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

/** Lambda's Invoke API. */
export const lambdaApi = (environment: NodeJS.ProcessEnv = process.env): LambdaApi => {
  // A function may have run although no answer came: whoever asks decides whether to ask again.
  const client = signedClient('lambda', 0, environment);
  const send = async (functionName: string, payload: unknown, type: 'RequestResponse' | 'Event') => {
    const url = `${endpointOf('lambda', environment)}/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`;
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
