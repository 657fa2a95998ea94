import { describe, expect, it } from 'vitest';
import { readDefinition } from './definition.ts';
import { machineOf, task } from './given-machine.ts';

const reading = (definition: object) => () => readDefinition(JSON.stringify(definition), 'order-saga');
const map = (ItemProcessor: object, more = {}) =>
  machineOf({ Each: { Type: 'Map', ItemProcessor, End: true, ...more } });

describe('a definition', () => {
  it.each([
    ['JSONata', machineOf({ A: task('a') }, { QueryLanguage: 'JSONata' }), /QueryLanguage.*JSONPath/],
    ['JSONata in one state', machineOf({ A: { ...task('a'), QueryLanguage: 'JSONata' } }), /state A: QueryLanguage/],
    ['variables', machineOf({ A: { ...task('a'), Assign: { x: 1 } } }), /state A: Assign is not offered offline/],
    [
      'an activity',
      machineOf({ A: { ...task('a'), Resource: 'arn:aws:states:r:1:activity:x' } }),
      /state A: .*activity/,
    ],
    [
      'another service',
      machineOf({ A: { ...task('a'), Resource: 'arn:aws:states:::sqs:sendMessage' } }),
      /state A: .*sqs/,
    ],
    [
      'a distributed Map',
      map({ ...machineOf({ A: task('a') }), ProcessorConfig: { Mode: 'DISTRIBUTED' } }),
      /state Each.*distributed/,
    ],
    ['results in S3', map(machineOf({ A: task('a') }), { ResultWriter: {} }), /state Each: ResultWriter/],
    ['a state inside another', map(machineOf({ A: { ...task('a'), Credentials: {} } })), /state A: Credentials/],
    ['a target that is not there', machineOf({ A: task('a', { Next: 'Nowhere' }) }), /Nowhere/],
    ['a state that is never reached', machineOf({ A: task('a'), B: task('b') }), /B/],
  ])('with %s is refused by the name of the state and of the feature', (_, definition, message) => {
    expect(reading(definition)).toThrow(expect.objectContaining({ reason: 'definition-not-offered' }));
    expect(reading(definition)).toThrow(message);
  });
});
