import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { scratchDir } from '../assembly/given-assembly.ts';
import { eventually } from '../aws/given-aws.ts';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import { faultyRuntime, givenFunction } from '../functions/given-functions.ts';
import type { Running } from '../ports.ts';
import type { FaultRule } from './fault-plan.ts';
import { givenFaults } from './given-faults.ts';

const running: Running[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

/** A function whose effect is a mark in a file; it answers how often its instance has been called. */
const given = (rule: Omit<FaultRule, 'at'>, more: Partial<FunctionDefinition> = {}) => {
  const marks = join(scratchDir(), 'marks');
  const code = `import { appendFileSync } from 'node:fs';
    let calls = 0;
    export const handler = async () => {
      appendFileSync(${JSON.stringify(marks)}, 'x');
      return ++calls;
    };`;
  const book = givenFaults([{ at: 'function', target: 'probe', ...rule }]);
  const { functions } = faultyRuntime(book, givenFunction(code, more), givenFunction(code, { name: 'other' }));
  running.push(functions);
  const effects = () => (existsSync(marks) ? readFileSync(marks, 'utf8').length : 0);
  return { book, effects, invoke: (name = 'probe') => functions.invoke(name, {}) };
};
const call = (count: number) => ({ ok: true, payload: count });

describe('a function', () => {
  it('that crashes before has no effect, and its next call finds a fresh instance', async () => {
    const { effects, invoke } = given({ kind: 'crash-before', times: 1 });
    expect([await invoke(), effects()]).toMatchObject([{ ok: false, errorType: 'Runtime.ExitError' }, 0]);
    expect([await invoke(), effects()]).toEqual([call(1), 1]);
  });

  it('that crashes after has had its effect, and its instance has forgotten everything', async () => {
    const { effects, invoke } = given({ kind: 'crash-after', times: 1 });
    expect([await invoke(), effects()]).toMatchObject([{ ok: false, errorType: 'Runtime.ExitError' }, 1]);
    expect([await invoke(), effects()]).toEqual([call(1), 2]);
  });

  it('that loses its answer has had its effect, and its instance lives on', async () => {
    const { effects, invoke } = given({ kind: 'lose-answer', times: 1 });
    expect([await invoke(), effects()]).toMatchObject([{ ok: false, errorType: 'ServiceException' }, 1]);
    expect(await invoke()).toEqual(call(2));
  });

  it.each([
    ['throttle', 'TooManyRequestsException'],
    ['error', 'ServiceException'],
  ] as const)('under %s does not run', async (kind, errorType) => {
    const { effects, invoke } = given({ kind, times: 1 });
    expect([await invoke(), effects()]).toMatchObject([{ ok: false, errorType }, 0]);
    expect(await invoke()).toEqual(call(1));
  });

  it('that is delayed begins later, visibly', async () => {
    const { book, effects, invoke } = given({ kind: 'delay', delayMs: 60_000 });
    const delayed = invoke();
    await eventually(async () => (await book.activity.pending()).length === 1);
    expect(effects()).toBe(0);
    book.replace({ seed: 1, rules: [] });
    expect(await delayed).toEqual(call(1));
  });

  it('that hangs times out without an effect', async () => {
    const { effects, invoke } = given({ kind: 'hang', times: 1, delayMs: 20 });
    expect([await invoke(), effects()]).toMatchObject([{ ok: false, errorType: 'Sandbox.Timedout' }, 0]);
    expect(await invoke()).toEqual(call(1));
  });

  it('that hangs longer than its timeout ends with it, and no longer counts', async () => {
    const { book, invoke } = given({ kind: 'hang' }, { timeoutSeconds: 1 });
    expect(await invoke()).toMatchObject({ ok: false, errorType: 'Sandbox.Timedout' });
    await eventually(async () => (await book.activity.pending()).length === 0);
  });

  it('that hangs ends when the runtime stops', async () => {
    const { book, invoke } = given({ kind: 'hang' });
    const hanging = invoke();
    await eventually(async () => (await book.activity.pending()).length === 1);
    await book.stop();
    expect(await hanging).toMatchObject({ ok: false });
  });

  it('of another name is left alone', async () =>
    expect(await given({ kind: 'error' }).invoke('other')).toEqual(call(1)));
});
