import { describe, expect, it } from 'vitest';
import { givenMachine, hangs, machineOf, named, task } from './given-machine.ts';

const DAY = 86_400_000;
const arn = 'arn:aws:states:ap-northeast-1:000000000000:execution:small:one';
const broken = () => {
  throw named('Broken');
};

describe('a redrive', () => {
  const payload = { Payload: { 'redriven.$': '$$.Execution.RedriveCount' } };
  const definition = machineOf({
    First: task('first', { Next: 'Second' }),
    Second: { ...task('second'), Parameters: { FunctionName: 'second', ...payload } },
  });
  const givenFailed = async () => {
    const works = { first: () => ({}), second: (got: unknown): unknown => (isRedriven(got) ? got : broken()) };
    const given = givenMachine(definition, works);
    await given.run();
    return given;
  };
  const isRedriven = (got: unknown) => JSON.stringify(got) !== '{"redriven":0}';

  it('goes on at the state that failed, and tells it how often', async () => {
    const { machine, clock, calls, story } = await givenFailed();
    machine.redrive(arn);
    expect(await clock.until(machine.ended(arn))).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"redriven":1}',
      redriveCount: 1,
      error: null,
    });
    expect(calls.map(({ name }) => name)).toEqual(['first', 'second', 'second']);
    expect(story().slice(-7)).toEqual([
      'ExecutionFailed',
      'ExecutionRedriven',
      ...['TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
    ]);
  });

  it('is for executions that ended without success, for two weeks', async () => {
    const refusal = expect.objectContaining({ code: 'ExecutionNotRedrivable' });
    const { machine, clock } = await givenFailed();
    await clock.elapse(15 * DAY);
    expect(() => machine.redrive(arn)).toThrow(refusal);
    const other = givenMachine(definition, { second: () => ({}) });
    await other.run();
    expect(() => other.machine.redrive(arn)).toThrow(refusal);
  });

  it('counts retries anew', async () => {
    const Retry = [{ ErrorEquals: ['Broken'], MaxAttempts: 2, IntervalSeconds: 1, BackoffRate: 1 }];
    const { machine, clock, calls, run } = givenMachine(machineOf({ Do: task('do', { Retry, End: true }) }), {
      do: broken,
    });
    await run();
    machine.redrive(arn);
    await clock.until(machine.ended(arn));
    expect(calls).toHaveLength(6);
  });

  it('repeats of a Parallel state only what had not succeeded', async () => {
    let isMended = false;
    const given = givenMachine(
      machineOf({
        Both: {
          Type: 'Parallel',
          End: true,
          Branches: [
            machineOf({ Left: task('left') }),
            machineOf({ Right: task('right') }),
            machineOf({ Slow: task('slow') }),
          ],
        },
      }),
      {
        left: () => 'left',
        right: () => (isMended ? 'right' : broken()),
        slow: (got) => (isMended ? 'slow' : hangs(got)),
      },
    );
    expect(await given.run()).toMatchObject({ status: 'FAILED', error: 'Broken' });
    isMended = true;
    given.machine.redrive(arn);
    const { output } = await given.clock.until(given.machine.ended(arn));
    expect(JSON.parse(output ?? '')).toEqual(['left', 'right', 'slow']);
    expect(given.calls.map(({ name }) => name)).toEqual(['left', 'right', 'slow', 'right', 'slow']);
  });

  it('goes on after a stop, too', async () => {
    let isMended = false;
    const given = givenMachine(machineOf({ Do: task('do') }), { do: (got) => (isMended ? 'done' : hangs(got)) });
    given.machine.start({ name: 'one', input: {} });
    await given.clock.elapse(1_000);
    expect(given.machine.stop(arn)).toMatchObject({ status: 'ABORTED' });
    isMended = true;
    given.machine.redrive(arn);
    expect(await given.clock.until(given.machine.ended(arn))).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
  });
});
