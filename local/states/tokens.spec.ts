import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { givenMachine, machineOf, tokenTask } from './given-machine.ts';
import { newToken } from './open-tasks.ts';

const Payload = z.object({ token: z.string() });

/** One task that waits for its token; the tokens it has given so far. */
const givenWaiting = (fields: object = { End: true }) => {
  const tokens: string[] = [];
  const given = givenMachine(
    machineOf({ Ask: tokenTask('ask', fields), ...('Next' in fields && { Done: { Type: 'Succeed' } }) }),
    {
      ask: (payload) => void tokens.push(Payload.parse(payload).token),
    },
  );
  const { arn } = given.machine.start({ name: 'one', input: {} });
  const later = (seconds: number, work: () => void) =>
    given.clock.at(given.clock.now().getTime() + seconds * 1_000, work);
  return {
    ...given,
    arn,
    tokens,
    token: () => tokens.at(-1) ?? '',
    later,
    ended: () => given.clock.until(given.machine.ended(arn)),
  };
};

const refusal = (code: string) => expect.objectContaining({ code });

describe('a task that waits for its token', () => {
  it('fails as its answer says', async () => {
    const { machine, clock, token, ended } = givenWaiting();
    await clock.elapse(0);
    machine.fail(token(), 'CarrierRefused', 'no address');
    expect(await ended()).toMatchObject({ status: 'FAILED', error: 'CarrierRefused', cause: 'no address' });
  });

  it('takes one answer; a second one is late', async () => {
    const { machine, clock, token, ended } = givenWaiting();
    await clock.elapse(0);
    machine.succeed(token(), 'first');
    expect(() => machine.succeed(token(), 'second')).toThrow(refusal('TaskTimedOut'));
    expect(await ended()).toMatchObject({ output: '"first"' });
  });

  it('takes an answer that comes before its function has ended', async () => {
    const given = givenMachine(machineOf({ Ask: tokenTask('ask') }), {
      ask: (payload) => given.machine.succeed(Payload.parse(payload).token, 'early'),
    });
    expect(await given.run()).toMatchObject({ status: 'SUCCEEDED', output: '"early"' });
    expect(given.story()).not.toContain('TaskSubmitted');
  });

  it('ends with its time limit, and its token is late then', async () => {
    const { machine, token, ended } = givenWaiting({ TimeoutSeconds: 45, End: true });
    const execution = await ended();
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(execution.stopDate).toBe(execution.startDate + 45_000);
    expect(() => machine.succeed(token(), {})).toThrow(refusal('TaskTimedOut'));
  });

  it('ends when its heart stops, and lives on while it beats', async () => {
    const { machine, token, ended, later } = givenWaiting({ HeartbeatSeconds: 10, End: true });
    for (const second of [8, 16, 24]) later(second, () => machine.heartbeat(token()));
    const execution = await ended();
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.HeartbeatTimeout' });
    expect(execution.stopDate).toBe(execution.startDate + 34_000);
  });

  it('gives a new token to each attempt', async () => {
    const Retry = [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }];
    const { tokens, ended } = givenWaiting({ TimeoutSeconds: 5, Retry, End: true });
    await ended();
    expect(new Set(tokens).size).toBe(2);
  });

  it('knows a token of nobody from what is no token', () => {
    const { machine } = givenWaiting();
    expect(() => machine.succeed('nonsense', {})).toThrow(refusal('InvalidToken'));
    expect(() => machine.heartbeat(newToken('arn:aws:states:::execution:none:none', '0:0'))).toThrow(
      refusal('TaskDoesNotExist'),
    );
  });
});
