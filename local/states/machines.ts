import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.ts';
import type { Resource } from '../ports.ts';
import { readDefinition } from './definition.ts';
import type { Machine } from './machine.ts';

const Properties = z.object({
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  RoleArn: z.string(),
  StateMachineType: z.literal('STANDARD', 'only standard state machines are offered offline').default('STANDARD'),
});

const problemOf = (error: unknown): string => {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
};

const machineOf = ({ physicalId, properties }: Resource): Machine => {
  const { DefinitionString, Definition, DefinitionSubstitutions, RoleArn } = Properties.parse(properties);
  const text = DefinitionString ?? (Definition && JSON.stringify(Definition));
  if (text === undefined) throw new Error('only a DefinitionString or a Definition is offered offline');
  const name = physicalId.slice(physicalId.lastIndexOf(':') + 1);
  const definition = text.replace(/\$\{(\w+)\}/g, (whole, key: string) =>
    String(DefinitionSubstitutions[key] ?? whole),
  );
  readDefinition(definition, `state machine ${name}`);
  return { arn: physicalId, name, roleArn: RoleArn, definition };
};

/** The state machines of the template. Throws an `AssemblyError` that names the machine, the state and what cannot be had offline. */
export const stateMachinesOf = (resources: readonly Resource[]): readonly Machine[] =>
  resources
    .filter(({ type }) => type === 'AWS::StepFunctions::StateMachine')
    .map((resource) => {
      try {
        return machineOf(resource);
      } catch (error) {
        throw new AssemblyError('bad-value', `${resource.stack}/${resource.logicalId}`, problemOf(error));
      }
    });
