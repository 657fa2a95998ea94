import { describe, expect, it } from 'vitest';
import { givenMachine, machineOf, named, task } from './given-machine.ts';

const outputOf = ({ output }: { output: string | null }) => JSON.parse(output ?? 'null');
const runOf = (state: object, input: unknown = { a: 1 }) =>
  givenMachine(machineOf({ One: { ...state, End: true } })).run(input);

describe('what flows through a state', () => {
  it.each([
    ['its input when nothing is said', { Type: 'Pass' }, { a: 1 }],
    ['a part of it', { Type: 'Pass', InputPath: '$.a' }, 1],
    ['nothing', { Type: 'Pass', InputPath: null }, {}],
    ['a falsy result', { Type: 'Pass', Result: 0 }, 0],
    ['a result beside the input', { Type: 'Pass', Result: false, ResultPath: '$.b' }, { a: 1, b: false }],
    ['a result in the place of the input', { Type: 'Pass', Result: 2, ResultPath: '$' }, 2],
    ['the input in the place of the result', { Type: 'Pass', Result: 2, ResultPath: null }, { a: 1 }],
    [
      'a template',
      { Type: 'Pass', Parameters: { 'n.$': '$.a', m: [1, { 'k.$': '$.a' }] } },
      { n: 1, m: [1, { k: 1 }] },
    ],
    ['what a function computes', { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.a, 2)' } }, { n: 3 }],
    ['the whole context', { Type: 'Pass', Parameters: { 'c.$': '$$' }, OutputPath: '$.c.State.Name' }, 'One'],
  ])('is %s', async (_, state, expected) => {
    expect(outputOf(await runOf(state))).toEqual(expected);
  });

  it('fails when a path leads nowhere, and nothing may catch that', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Undo' }];
    const lost = { ...task('do', { Catch, End: true }), InputPath: '$.none' };
    const given = givenMachine(machineOf({ Do: lost, Undo: { Type: 'Succeed' } }));
    expect(await given.run()).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('is told by the name of the state that chose nothing', async () => {
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.a', NumericEquals: 2, Next: 'End' }] };
    const given = givenMachine(machineOf({ Choose: choice, End: { Type: 'Succeed' } }));
    expect(await given.run({ a: 1 })).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('is not more than 256 KB', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Undo' }];
    const given = givenMachine(machineOf({ Do: task('do', { Catch, End: true }), Undo: { Type: 'Succeed' } }), {
      do: () => 'x'.repeat(300_000),
    });
    expect(await given.run()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });
});

describe('the name of a failure', () => {
  const caughtBy = async (name: string, error: string) => {
    const Catch = [{ ErrorEquals: [name], Next: 'Caught' }];
    const given = givenMachine(
      machineOf({ Do: task('do', { Catch, TimeoutSeconds: 5, End: true }), Caught: { Type: 'Succeed' } }),
      {
        do: () => {
          if (error === 'States.Timeout') return new Promise(() => undefined);
          throw named(error);
        },
      },
    );
    return (await given.run()).status === 'SUCCEEDED';
  };

  it.each([
    ['States.ALL', 'Anything', true],
    ['States.TaskFailed', 'Anything', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.Timeout', 'States.Timeout', true],
    ['States.ALL', 'States.Timeout', true],
    ['Lambda.TooManyRequestsException', 'TooManyRequestsException', true],
    ['Lambda.ServiceException', 'ServiceException', true],
    ['Lambda.Unknown', 'Sandbox.Timedout', true],
    ['Sandbox.Timedout', 'Sandbox.Timedout', true],
    ['Lambda.Unknown', 'Anything', false],
    ['Other', 'Anything', false],
  ])('%s takes %s: %s', async (name, error, expected) => {
    expect(await caughtBy(name, error)).toBe(expected);
  });
});
