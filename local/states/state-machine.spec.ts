import { describe, expect, it } from 'vitest';
import { givenMachine, hangs, machineOf, named, task, tokenTask } from './given-machine.ts';

const outputOf = ({ output }: { output: string | null }) => JSON.parse(output ?? 'null');

describe('a state machine', () => {
  it('runs its tasks one after the other, each with the output of the one before', async () => {
    const given = givenMachine(machineOf({ One: task('one', { Next: 'Two' }), Two: task('two') }), {
      one: () => ({ n: 1 }),
      two: (payload) => ({ got: payload }),
    });
    const ended = await given.run({ n: 0 });
    expect([ended.status, outputOf(ended)]).toEqual(['SUCCEEDED', { got: { n: 1 } }]);
    expect(given.story()).toEqual([
      'ExecutionStarted',
      ...['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited'],
      ...['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited'],
      'ExecutionSucceeded',
    ]);
  });

  it('chooses by what the task answered', async () => {
    const definition = machineOf({
      Ask: task('ask', { Next: 'Choose' }),
      Choose: {
        Type: 'Choice',
        Choices: [{ Variable: '$.outcome', StringEquals: 'refused', Next: 'No' }],
        Default: 'Yes',
      },
      Yes: { Type: 'Succeed' },
      No: { Type: 'Fail', Error: 'Refused', Cause: 'because' },
    });
    const ended = await givenMachine(definition, { ask: () => ({ outcome: 'refused' }) }).run();
    expect(ended).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'because' });
    expect(await givenMachine(definition, { ask: () => ({ outcome: 'done' }) }).run()).toMatchObject({
      status: 'SUCCEEDED',
    });
  });

  it('tells a state who and when it is', async () => {
    const Payload = {
      'name.$': '$$.Execution.Name',
      'input.$': '$$.Execution.Input.id',
      'began.$': '$$.Execution.StartTime',
      'at.$': '$$.State.EnteredTime',
      'state.$': '$$.State.Name',
      'text.$': "States.Format('$$ {}', $$.StateMachine.Name)",
    };
    const given = givenMachine(
      machineOf({
        Wait: { Type: 'Wait', Seconds: 5, Next: 'Tell' },
        Tell: { ...task('tell'), Parameters: { FunctionName: 'tell', Payload } },
      }),
    );
    await given.run({ id: 7 });
    expect(given.calls[0]?.payload).toEqual({
      name: 'one',
      input: 7,
      began: '2026-12-01T00:00:00.000Z',
      at: '2026-12-01T00:00:05.000Z',
      state: 'Tell',
      text: '$$ small',
    });
  });

  it('tries a named error again with growing pauses, and no other', async () => {
    const Retry = [{ ErrorEquals: ['TransientFault'], IntervalSeconds: 2, MaxAttempts: 4, MaxDelaySeconds: 9 }];
    const given = givenMachine(machineOf({ Try: task('try', { Retry, End: true }) }), {
      try: () => {
        throw named('TransientFault');
      },
    });
    expect(await given.run()).toMatchObject({ status: 'FAILED', error: 'TransientFault' });
    expect(given.calls.map(({ at }) => at)).toEqual([0, 2, 6, 14, 23]);
  });

  it('leads a caught failure to its catcher, with the error and its cause', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Undo' }];
    const given = givenMachine(machineOf({ Do: task('do', { Catch, End: true }), Undo: task('undo') }), {
      do: () => {
        throw named('Broken', 'cup');
      },
      undo: (payload) => payload,
    });
    const ended = await given.run({ id: 1 });
    expect(outputOf(ended)).toEqual({
      id: 1,
      error: { Error: 'Broken', Cause: JSON.stringify({ errorMessage: 'cup', errorType: 'Broken' }) },
    });
  });

  it('ends a task that takes too long', async () => {
    const given = givenMachine(machineOf({ Slow: task('slow', { TimeoutSeconds: 60, End: true }) }), { slow: hangs });
    const ended = await given.run();
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(ended.stopDate).toBe(ended.startDate + 60_000);
  });

  it('waits for the answer to a token', async () => {
    const given = givenMachine(machineOf({ Ask: tokenTask('ask') }), {
      ask: (payload) => {
        const { token } = payload as { token: string };
        given.clock.at(given.clock.now().getTime() + 30_000, () => given.machine.succeed(token, { answer: 42 }));
      },
    });
    const ended = await given.run();
    expect(outputOf(ended)).toEqual({ answer: 42 });
    expect(ended.stopDate).toBe(ended.startDate + 30_000);
    expect(given.story()).toContain('TaskSubmitted');
  });
});
