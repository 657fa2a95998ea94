import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startEngine } from './dynamodb-engine.ts';
import { engineCall } from './engine-call.ts';
import { eventually, keptLog, scratch } from './given-aws.ts';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('leaves no engine behind when the runtime is killed', async () => {
  const place = scratch();
  const module = join(import.meta.dirname, 'dynamodb-engine.ts');
  const script = `
    const { startEngine } = await import(${JSON.stringify(module)});
    const log = { info() {}, warn() {}, error() {} };
    const engine = await startEngine({ dataDir: ${JSON.stringify(place.dir)}, log, endpoint: '' });
    console.log(engine.endpoint);
    process.kill(process.pid, 'SIGKILL');`;
  const runtime = spawn('node', ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let endpoint = '';
  runtime.stdout.on('data', (text: Buffer) => (endpoint += text));
  await once(runtime, 'exit');
  expect(endpoint).toMatch(/^http/);
  const asked = () =>
    fetch(endpoint.trim()).then(
      () => undefined,
      () => true,
    );
  expect(await eventually(asked)).toBe(true);
  place.remove();
});

it('ends its engine when it stops', async () => {
  const place = scratch();
  const engine = await startEngine({ dataDir: place.dir, log: keptLog(), endpoint: '' });
  const pid = engine.pid() ?? 0;
  expect(isAlive(pid)).toBe(true);
  await engine.stop();
  expect(isAlive(pid)).toBe(false);
  place.remove();
});

it('uses an engine that runs elsewhere and does not end it', async () => {
  const place = scratch();
  const engine = await startEngine({ dataDir: place.dir, log: keptLog(), endpoint: '' });
  const borrowed = await startEngine({ dataDir: place.dir, log: keptLog(), endpoint: `${engine.endpoint}/` });
  await borrowed.stop();
  await expect(engineCall(borrowed.endpoint)('DynamoDB_20120810.ListTables', {})).resolves.toEqual({ TableNames: [] });
  await engine.stop();
  place.remove();
});
