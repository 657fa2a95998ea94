// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how substitutions are written.
import { describe, expect, it } from 'vitest';
import { givenAssembly, givenWorld } from '../assembly/given-assembly.ts';
import { resolveAssembly } from '../assembly/resolve-assembly.ts';
import { machineOf, task } from './given-machine.ts';
import { stateMachinesOf } from './machines.ts';

const small = machineOf({ Do: task('do') });
const machine = (properties: object) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: { RoleArn: 'arn:aws:iam::000000000000:role/saga', ...properties },
});
const resourcesOf = (Resources: object) =>
  resolveAssembly(givenAssembly({ stacks: { Shop: { Resources } } }), givenWorld).resources;
const machinesOf = (properties: object) => stateMachinesOf(resourcesOf({ Saga: machine(properties) }));

describe('a state machine of a template', () => {
  const Probe = {
    Type: 'AWS::SSM::Parameter',
    Properties: { Name: '/probe', Value: { 'Fn::GetAtt': ['Saga', 'Name'] } },
  };
  const arn = (name: string) => `arn:aws:states:ap-northeast-1:000000000000:stateMachine:${name}`;

  it('has a name and an ARN', () => {
    const DefinitionString = JSON.stringify(small);
    const resources = resourcesOf({ Saga: machine({ DefinitionString, StateMachineName: 'order-saga' }), Probe });
    expect(resources.find(({ logicalId }) => logicalId === 'Probe')?.properties.Value).toBe('order-saga');
    expect(stateMachinesOf(resources)).toMatchObject([
      { name: 'order-saga', arn: arn('order-saga'), definition: DefinitionString },
    ]);
  });

  it('may give its definition as an object, with words to put in', () => {
    const Definition = machineOf({ Do: task('${Fn}') });
    const [found] = machinesOf({ Definition, DefinitionSubstitutions: { Fn: 'do' } });
    expect(found).toMatchObject({ name: 'Shop-Saga', arn: arn('Shop-Saga'), definition: JSON.stringify(small) });
  });

  it.each([
    ['an express one', { DefinitionString: JSON.stringify(small), StateMachineType: 'EXPRESS' }, /standard/],
    ['one without a definition', { DefinitionS3Location: { Bucket: 'b', Key: 'k' } }, /DefinitionString/],
    ['one with JSONata', { DefinitionString: JSON.stringify({ ...small, QueryLanguage: 'JSONata' }) }, /JSONPath/],
  ])('is refused at the start when it is %s', (_, properties, message) => {
    expect(() => machinesOf(properties)).toThrow(expect.objectContaining({ reason: 'bad-value', at: 'Shop/Saga' }));
    expect(() => machinesOf(properties)).toThrow(message);
  });
});
