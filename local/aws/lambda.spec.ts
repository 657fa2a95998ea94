import { afterEach, describe, expect, it } from 'vitest';
import { lambdaApi } from '../../functions/platform/lambda-api.ts';
import { trackActivity } from '../activity.ts';
import type { InvokeResult, Running } from '../ports.ts';
import { givenEndpoint, keptLog, resource } from './given-aws.ts';
import { lambdaService } from './lambda.ts';

let running: (Running & { url: string }) | undefined;
afterEach(() => running?.stop());

/** The Invoke API over functions that answer with these results, the last one again and again. */
const givenFunctions = async (...results: readonly InvokeResult[]) => {
  const invoked: { name: string; event: unknown }[] = [];
  const activity = trackActivity();
  const log = keptLog();
  const invoke = async (name: string, event: unknown): Promise<InvokeResult> => {
    const result = results[Math.min(invoked.length, results.length - 1)];
    invoked.push({ name, event });
    return result ?? { ok: true, payload: null };
  };
  const arn = 'arn:aws:lambda:ap-northeast-1:000000000000:function:greet';
  const resources = [resource('AWS::Lambda::Function', 'greet', {}, arn)];
  running = await givenEndpoint([lambdaService({ resources, invoker: () => ({ invoke }), activity, log })]);
  const environment = {
    AWS_ENDPOINT_URL: running.url,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  return { api: lambdaApi(environment), invoked, activity, log };
};

describe('invoking a function', () => {
  it('waits for what it returns', async () => {
    const { api, invoked } = await givenFunctions({ ok: true, payload: { hello: '文庫' } });
    expect(await api.invoke('greet', { name: 'Aki' })).toEqual({ hello: '文庫' });
    expect(invoked).toEqual([{ name: 'greet', event: { name: 'Aki' } }]);
  });

  it('says that it ended in a fault, that it is busy, or that there is none', async () => {
    const { api } = await givenFunctions(
      { ok: false, errorType: 'TypeError', errorMessage: 'no' },
      { ok: false, errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' },
    );
    await expect(api.invoke('greet', {})).rejects.toMatchObject({
      reason: expect.stringMatching(/Unhandled.*TypeError/),
    });
    await expect(api.invoke('greet', {})).rejects.toMatchObject({ reason: expect.stringMatching(/^429 /) });
    await expect(api.invoke('nobody', {})).rejects.toMatchObject({ reason: expect.stringMatching(/^404 /) });
  });

  it('in the background answers at once, tries again after a fault, and counts as activity until it is done', async () => {
    const { api, invoked, activity } = await givenFunctions(
      { ok: false, errorType: 'Error', errorMessage: 'first' },
      { ok: true, payload: null },
    );
    await api.start('greet', { name: 'Aki' });
    await expect.poll(async () => (await activity.pending()).length, { timeout: 10_000 }).toBe(0);
    expect(invoked).toHaveLength(2);
  });

  it('in the background gives up after three faults, and says so', async () => {
    const { api, invoked, activity, log } = await givenFunctions({ ok: false, errorType: 'Error', errorMessage: 'no' });
    await api.start('greet', {});
    await expect.poll(async () => (await activity.pending()).length, { timeout: 10_000 }).toBe(0);
    expect(invoked).toHaveLength(3);
    expect(log.lines).toEqual([expect.stringContaining('failed for good')]);
  });
});
