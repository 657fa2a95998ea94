import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Authorize, Log, Principal, Resource, Running } from '../ports.ts';
import { openState } from '../state.ts';
import type { AwsService } from './aws-service.ts';
import { startEndpoint } from './endpoint.ts';

/** Words for the specs of the AWS parts. */

/** A directory of its own for one test, and its removal. */
export const scratch = () => {
  const dir = mkdtempSync(join(tmpdir(), 'bunko-aws-'));
  return { dir, state: openState(dir), remove: () => rmSync(dir, { recursive: true, force: true }) };
};

/** A log that keeps its lines for the test to read. */
export const keptLog = (): Log & { lines: string[] } => {
  const lines: string[] = [];
  const keep = (message: string, fields?: Record<string, unknown>) =>
    void lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  return { lines, info: keep, warn: keep, error: keep };
};

/** A resource of an assembly. */
export const resource = (
  type: string,
  physicalId: string,
  properties: Record<string, unknown> = {},
  arn = '',
): Resource => ({
  stack: 'test',
  logicalId: physicalId,
  type,
  physicalId,
  arn,
  properties,
});

/** The endpoint with some services; key `function` is a function's, every other key is from outside. */
export const givenEndpoint = (
  services: readonly AwsService[],
  { authorize = () => undefined, log = keptLog() }: { authorize?: Authorize; log?: Log } = {},
): Promise<Running & { url: string }> =>
  startEndpoint({
    services,
    authorize,
    log,
    principalOf: (key): Principal =>
      key === 'function'
        ? { kind: 'function', functionName: 'f', roleArn: 'arn:aws:iam::000000000000:role/r', statements: [] }
        : { kind: 'outside' },
  });

/** Settings of an SDK client; `key` says who calls. */
export const clientOf = (endpoint: string, key = 'somebody') => ({
  endpoint,
  region: 'ap-northeast-1',
  maxAttempts: 1,
  credentials: { accessKeyId: key, secretAccessKey: 'secret' },
});

/** Polls until `look` finds something, for at most ten seconds. */
export const eventually = async <T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> => {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error('it did not happen within ten seconds');
    await pause(5);
  }
};
