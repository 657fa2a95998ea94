import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../faults/seeded-random.ts';
import { lifeOf } from './given-lives.ts';
import { machineOf, task, tokenTask } from './given-machine.ts';

const shape = ({ history, execution: { status, output, error } }: Awaited<ReturnType<typeof lifeOf>>) => ({
  status,
  error,
  output: output && JSON.parse(output),
  events: history.map(({ type }) => type).toSorted(),
});

const flaky = (fields: object = { End: true }) => ({
  ...task('flaky', fields),
  Parameters: { FunctionName: 'flaky', Payload: { 'retry.$': '$$.State.RetryCount', 'input.$': '$' } },
  OutputPath: '$.Payload.input',
});
const retry = { Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 3, JitterStrategy: 'FULL' }] };
const undo = { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Undo' }] };

const everything = machineOf({
  First: flaky({ ...retry, Next: 'Choose' }),
  Choose: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericGreaterThan: 0, Next: 'Pause' }], Default: 'Undo' },
  Pause: { Type: 'Wait', Seconds: 20, Next: 'Ask' },
  Ask: tokenTask('ask', { TimeoutSeconds: 60, ResultPath: '$.asked', Next: 'Both' }),
  Both: {
    Type: 'Parallel',
    ResultPath: '$.both',
    Next: 'Each',
    Branches: [
      machineOf({ Left: flaky({ ...retry, Next: 'Rest' }), Rest: { Type: 'Wait', Seconds: 5, End: true } }),
      machineOf({ Right: task('same') }),
    ],
  },
  Each: {
    Type: 'Map',
    ItemsPath: '$.items',
    ItemSelector: { 'n.$': '$$.Map.Item.Value' },
    MaxConcurrency: 2,
    ResultPath: '$.each',
    ItemProcessor: machineOf({ One: flaky({ ...retry, End: true }) }),
    Next: 'Slow',
  },
  Slow: task('hang', { TimeoutSeconds: 30, ...undo, End: true }),
  Undo: task('same'),
});

describe('an execution whose process is killed', () => {
  it('ends as if nothing had happened, wherever it was', async () => {
    const input = { n: 1, items: [1, 2, 3] };
    const whole = await lifeOf(everything, input);
    expect(whole.execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(whole.writes).toBeGreaterThan(50);
    for (let kill = 1; kill < whole.writes; kill++) {
      const life = await lifeOf(everything, input, [kill]);
      expect(shape(life), `killed after write ${kill}`).toEqual(shape(whole));
      expect(life.history.slice(0, life.before.length)).toEqual(life.before);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('ends as if nothing had happened: random machine %i', async (seed) => {
    const random = seededRandom(seed, 'machine');
    const definition = randomMachine(random, 2);
    const whole = await lifeOf(definition, { n: seed, items: [1, 2] });
    for (let life = 0; life < 4; life++) {
      const kills = Array.from({ length: 3 }, () => 1 + Math.floor(random() * whole.writes));
      expect(shape(await lifeOf(definition, { n: seed, items: [1, 2] }, kills)), `killed after ${kills}`).toEqual(
        shape(whole),
      );
    }
  });
});

let names = 0;

/** Two or three states in a row; some with lines of their own inside. */
const randomMachine = (random: Random, depth: number): object => {
  const count = 2 + Math.floor(random() * 2);
  const own = Array.from({ length: count }, () => `S${names++}`);
  const states = own.map((name, index): [string, object] => {
    const next = own[index + 1];
    return [name, { ...randomState(random, depth), ...(next === undefined ? { End: true } : { Next: next }) }];
  });
  return machineOf(Object.fromEntries(states));
};

const randomState = (random: Random, depth: number): object => {
  const kinds = [
    () => flaky(retry),
    () => ({ Type: 'Wait', Seconds: 1 + Math.floor(random() * 90) }),
    () => tokenTask('ask', { TimeoutSeconds: 60, ResultPath: '$.asked' }),
    () => ({ Type: 'Pass', Result: random(), ResultPath: '$.passed' }),
    () => ({
      Type: 'Parallel',
      ResultPath: '$.both',
      Branches: [randomMachine(random, depth - 1), randomMachine(random, depth - 1)],
    }),
    () => ({
      Type: 'Map',
      ItemsPath: '$.items',
      ItemSelector: { 'n.$': '$$.Map.Item.Value', items: [1, 2] },
      ResultPath: '$.each',
      ItemProcessor: randomMachine(random, depth - 1),
    }),
  ];
  const kind = kinds[Math.floor(random() * (depth > 0 ? kinds.length : 4))];
  return kind?.() ?? {};
};
