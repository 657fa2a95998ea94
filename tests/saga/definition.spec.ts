import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { wayThere } from '../../infra/sagas/order-saga.ts';
import { orderSagaDefinition } from './definition.ts';

describe('the definition of the order saga', () => {
  const definition = orderSagaDefinition();
  const states = Object.entries(definition.States);
  const tasks = states.filter(([, { Type }]) => Type === 'Task');

  it('is valid Amazon States Language', () =>
    expect(validate(definition)).toMatchObject({ isValid: true, errors: [] }));

  it('is what was looked at', () =>
    expect(`${JSON.stringify(definition, null, 2)}\n`).toMatchFileSnapshot('order-saga.asl.json'));

  it('lets no task wait without an end, and none fail unseen but those that call a person', () => {
    expect(tasks.length).toBeGreaterThan(20);
    for (const [name, { TimeoutSeconds, Catch, Retry }] of tasks) {
      expect(TimeoutSeconds, name).toEqual(expect.any(Number));
      expect(Retry, name).toEqual(expect.any(Array));
      if (!name.endsWith('needs attention')) expect(JSON.stringify(Catch), name).toContain('States.ALL');
    }
  });

  it.each(wayThere)('gives $step $seconds seconds, and three more tries after what passes', ({ step, seconds }) => {
    const name = step.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
    expect(definition.States[name]).toMatchObject({
      TimeoutSeconds: seconds,
      Retry: [{ MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' }],
    });
  });

  it('is told ids and times, nothing else', () => {
    const fields = new Set(
      tasks.flatMap(([, { Parameters }]) => Object.keys((Parameters as { Payload: object }).Payload)),
    );
    expect([...fields].toSorted()).toEqual([
      'at.$',
      'correlationId.$',
      'error.$',
      'orderId.$',
      'redrives.$',
      'replyTo.$',
      'startedAt.$',
      'step',
    ]);
  });
});
