import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionRuntime } from './function-runtime.ts';
import { givenFunction, givenRuntime } from './given-functions.ts';

let running: FunctionRuntime | undefined;
afterEach(() => running?.stop());

const start = (...definitions: FunctionDefinition[]) => {
  const given = givenRuntime(...definitions);
  running = given.functions;
  return given;
};
const answering = (expression: string) =>
  givenFunction(`export const handler = async (event, context) => (${expression});`);

describe('a function', () => {
  it('answers an event with what its handler returns', async () => {
    const { functions } = start(answering('({ doubled: event.n * 2, at: new Date(0) })'));
    expect(await functions.invoke('probe', { n: 21 })).toEqual({
      ok: true,
      payload: { doubled: 42, at: '1970-01-01T00:00:00.000Z' },
    });
  });

  it('is found by its ARN too, and an unknown name is a result', async () => {
    const { functions } = start(answering('1'));
    expect(await functions.invoke('arn:aws:lambda:ap-northeast-1:000000000000:function:probe', {})).toEqual({
      ok: true,
      payload: 1,
    });
    expect(await functions.invoke('nobody', {})).toMatchObject({ ok: false, errorType: 'ResourceNotFoundException' });
  });

  it('sees its own environment and nothing of the runtime’s', async () => {
    const code = 'export const handler = async () => process.env;';
    const { functions } = start(givenFunction(code, { environment: { TABLE: 'events' }, memoryMb: 512 }));
    process.env.BUNKO_SECRET = 'of the runtime';
    const result = await functions.invoke('probe', {}, { traceHeader: 'Root=1-00000000-aaaaaaaaaaaaaaaaaaaaaaaa' });
    expect(result).toMatchObject({
      payload: {
        TABLE: 'events',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
        AWS_ACCESS_KEY_ID: 'ASIAPROBE',
        AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
        _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-00000000-a{24};Parent=[0-9a-f]{16}$/),
      },
    });
    expect(result).not.toMatchObject({ payload: { BUNKO_SECRET: expect.anything() } });
  });

  it('is given a context as on Lambda', async () => {
    const { functions } = start(answering('({ ...context, left: context.getRemainingTimeInMillis() })'));
    const result = await functions.invoke('probe', {});
    expect(result).toMatchObject({
      payload: { functionName: 'probe', memoryLimitInMB: '256', awsRequestId: expect.any(String) },
    });
    expect(result.ok && result.payload).toHaveProperty('left', expect.closeTo(3000, -3));
  });

  it('stays warm between invocations', async () => {
    const { functions } = start(givenFunction('let n = 0; export const handler = async () => ++n;'));
    await functions.invoke('probe', {});
    expect(await functions.invoke('probe', {})).toEqual({ ok: true, payload: 2 });
    expect(functions.list()).toEqual([{ name: 'probe', handler: 'index.handler', warm: 1, running: 0 }]);
  });

  it('runs side by side in three environments at most, one invocation each', async () => {
    const code = `import { threadId } from 'node:worker_threads';
      let busy = 0;
      export const handler = async () => {
        busy += 1;
        await new Promise((done) => setTimeout(done, 20));
        return { threadId, busy: busy-- };
      };`;
    const { functions } = start(givenFunction(code));
    const results = await Promise.all(Array.from({ length: 12 }, () => functions.invoke('probe', {})));
    expect(results.every((result) => result.ok && JSON.stringify(result.payload).endsWith('"busy":1}'))).toBe(true);
    expect(functions.list()[0]?.warm).toBeLessThanOrEqual(3);
  });

  it('never runs beside itself when one concurrent execution is reserved', async () => {
    const { functions } = start({ ...answering('1'), reserved: 1 });
    await Promise.all([functions.invoke('probe', {}), functions.invoke('probe', {}), functions.invoke('probe', {})]);
    expect(functions.list()[0]?.warm).toBe(1);
  });
});

describe('a fault of a function', () => {
  it('is a result that names the error', async () => {
    const { functions } = start(
      givenFunction('export const handler = async () => { throw new TypeError("no such volume"); };'),
    );
    expect(await functions.invoke('probe', {})).toMatchObject({
      ok: false,
      errorType: 'TypeError',
      errorMessage: 'no such volume',
    });
  });

  it('is a timeout when the handler is late, even in an endless loop; the next invocation starts afresh', async () => {
    const code = 'export const handler = async (event) => { while (event.hang); return "fine"; };';
    const { functions } = start(givenFunction(code, { timeoutSeconds: 0.2 }));
    expect(await functions.invoke('probe', { hang: true })).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/Task timed out after 0\.20 seconds$/),
    });
    expect(await functions.invoke('probe', {})).toEqual({ ok: true, payload: 'fine' });
  });

  it.each([
    ['exits', 'process.exit(3)'],
    ['throws outside its handler', 'await new Promise(() => setTimeout(() => { throw new Error("late"); }))'],
  ])('is an exit when it %s, and the next invocation works', async (_, statement) => {
    const { functions } = start(
      givenFunction(`export const handler = async (event) => { if (event.fail) ${statement}; return 1; };`),
    );
    expect(await functions.invoke('probe', { fail: true })).toMatchObject({
      ok: false,
      errorType: 'Runtime.ExitError',
    });
    expect(await functions.invoke('probe', {})).toEqual({ ok: true, payload: 1 });
  });

  it.each([
    ['code that cannot be loaded', 'throw new RangeError("broken module");', 'RangeError'],
    ['a missing handler', 'export const other = 1;', 'Error'],
  ])('tells every waiting caller about %s', async (_, code, errorType) => {
    const { functions } = start(givenFunction(code));
    const results = await Promise.all([1, 2, 3, 4].map((n) => functions.invoke('probe', n)));
    expect(results.map((result) => !result.ok && result.errorType)).toEqual(Array(4).fill(errorType));
  });

  it('is a payload above 6 MB, in or out', async () => {
    const { functions } = start(answering('"x".repeat(event.answer ?? 0)'));
    expect(await functions.invoke('probe', 'x'.repeat(6.1 * 2 ** 20))).toMatchObject({
      errorType: 'RequestEntityTooLargeException',
    });
    expect(await functions.invoke('probe', { answer: 6.1 * 2 ** 20 })).toMatchObject({
      errorType: 'Function.ResponseSizeTooLarge',
    });
  });

  it('fails what still waits when the runtime stops', async () => {
    const { functions } = start(givenFunction('export const handler = () => new Promise(() => {});', { reserved: 1 }));
    const waiting = [functions.invoke('probe', {}), functions.invoke('probe', {})];
    await functions.stop();
    expect((await Promise.all(waiting)).every(({ ok }) => !ok)).toBe(true);
  });
});

describe('new code', () => {
  it('serves the next invocation while a running one ends on the old', async () => {
    const slow = givenFunction(
      'export const handler = () => new Promise((done) => setTimeout(() => done("old"), 100));',
    );
    const { functions } = start(slow);
    const before = functions.invoke('probe', {});
    functions.replace([answering('"new"')]);
    expect(await functions.invoke('probe', {})).toEqual({ ok: true, payload: 'new' });
    expect(await before).toEqual({ ok: true, payload: 'old' });
  });
});

describe('the output of a function', () => {
  it('arrives line by line, JSON lines as they are', async () => {
    const { functions, lines } = start(
      answering('(console.log(JSON.stringify({ level: "INFO" })), console.error("a\\nb"), 1)'),
    );
    await functions.invoke('probe', {});
    await vi.waitFor(() => expect(lines.toSorted()).toEqual(['a', 'b', '{"level":"INFO"}']));
  });
});
