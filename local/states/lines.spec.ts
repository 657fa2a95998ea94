import { describe, expect, it } from 'vitest';
import { givenMachine, hangs, machineOf, named, task } from './given-machine.ts';

const outputOf = ({ output }: { output: string | null }) => JSON.parse(output ?? 'null');
const branch = (name: string) => machineOf({ [name]: task(name) });
const both = (fields: object = { End: true }) => ({
  Type: 'Parallel',
  Branches: [branch('Left'), branch('Right')],
  ...fields,
});

describe('a Parallel state', () => {
  it('gives each branch its input and answers their outputs in order', async () => {
    const given = givenMachine(machineOf({ Both: both() }), { Left: () => 1, Right: (input) => input });
    expect(outputOf(await given.run({ n: 2 }))).toEqual([1, { n: 2 }]);
    expect(given.story().filter((type) => type.startsWith('Parallel'))).toEqual([
      'ParallelStateEntered',
      'ParallelStateStarted',
      'ParallelStateSucceeded',
      'ParallelStateExited',
    ]);
  });

  it('fails with the first branch that fails, and leaves the others', async () => {
    const Catch = [{ ErrorEquals: ['Broken'], Next: 'Undo' }];
    const given = givenMachine(machineOf({ Both: both({ Catch, End: true }), Undo: { Type: 'Succeed' } }), {
      Left: hangs,
      Right: () => {
        throw named('Broken');
      },
    });
    expect(outputOf(await given.run())).toMatchObject({ Error: 'Broken' });
  });

  it('is tried again as a whole', async () => {
    let tries = 0;
    const Retry = [{ ErrorEquals: ['Broken'], IntervalSeconds: 5 }];
    const given = givenMachine(machineOf({ Both: both({ Retry, End: true }) }), {
      Left: () => 'left',
      Right: () => {
        if (tries++ === 0) throw named('Broken');
        return 'right';
      },
    });
    expect(outputOf(await given.run())).toEqual(['left', 'right']);
    expect(given.calls.map(({ at }) => at)).toEqual([0, 0, 5, 5]);
  });
});

describe('a Map state', () => {
  const each = (fields: object = {}) =>
    machineOf({
      Each: { Type: 'Map', ItemsPath: '$.items', ItemProcessor: branch('Work'), End: true, ...fields },
    });

  it('works on each item and answers the outputs in order', async () => {
    const given = givenMachine(
      each({ ItemSelector: { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value', 'all.$': '$.n' } }),
      {
        Work: (got) => got,
      },
    );
    expect(outputOf(await given.run({ n: 7, items: ['a', 'b'] }))).toEqual([
      { i: 0, v: 'a', all: 7 },
      { i: 1, v: 'b', all: 7 },
    ]);
    expect(given.story().filter((type) => type.startsWith('MapIteration'))).toHaveLength(4);
  });

  it('works on no more items at once than it may', async () => {
    const given = givenMachine(
      machineOf({
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          MaxConcurrency: 2,
          ItemProcessor: machineOf({ Pause: { Type: 'Wait', Seconds: 10, Next: 'Work' }, Work: task('Work') }),
          End: true,
        },
      }),
      { Work: (got) => got },
    );
    await given.run({ items: [1, 2, 3, 4, 5] });
    expect(given.calls.map(({ at }) => at)).toEqual([10, 10, 20, 20, 30]);
  });

  it('answers nothing for nothing', async () => {
    expect(outputOf(await givenMachine(each()).run({ items: [] }))).toEqual([]);
  });

  it('fails with the item that fails', async () => {
    const given = givenMachine(each(), {
      Work: (got) => {
        if (got === 2) throw named('Broken');
        return hangs(got);
      },
    });
    expect(await given.run({ items: [1, 2] })).toMatchObject({ status: 'FAILED', error: 'Broken' });
    expect(given.story().slice(-3)).toEqual(['MapIterationFailed', 'MapStateFailed', 'ExecutionFailed']);
  });
});
