import { readCloudAssembly } from '../assembly/cloud-assembly.ts';
import { type ResolvedAssembly, resolveAssembly } from '../assembly/resolve-assembly.ts';
import type { World } from '../assembly/world.ts';
import { type FunctionDefinition, functionDefinitions } from '../functions/function-definition.ts';
import { type HttpApiDefinition, readHttpApi } from '../http/api-definition.ts';
import { principalsOf } from '../iam/principals.ts';
import { type Role, readRoles } from '../iam/role-statements.ts';
import type { Principal } from '../ports.ts';
import type { Machine } from '../states/machine.ts';
import { stateMachinesOf } from '../states/machines.ts';

/** A cloud assembly, read as far as the runtime needs it. */
export interface LoadedAssembly extends ResolvedAssembly {
  functions: readonly FunctionDefinition[];
  api: HttpApiDefinition | undefined;
  machines: readonly Machine[];
  /** By ARN. */
  roles: ReadonlyMap<string, Role>;
  principalOf(accessKeyId: string): Principal;
}

/** Reads and checks all of an assembly; throws an `AssemblyError` for anything that could not run. */
export const loadAssembly = (directory: string, world: World): LoadedAssembly => {
  const resolved = resolveAssembly(readCloudAssembly(directory), world);
  const functions = functionDefinitions(resolved);
  const roles = readRoles(resolved.resources);
  const principalOf = principalsOf(functions, roles);
  const machines = stateMachinesOf(resolved.resources);
  return { ...resolved, functions, machines, roles, api: readHttpApi(resolved.resources), principalOf };
};

/** `bunko-local-events` → `events`: the table's name without what names the system and the stage. */
const shortName = (physicalId: string): string => physicalId.replace(/^bunko-/i, '').replace(/^local-/, '');

/** The tables by short name. */
export const tableNames = ({ resources }: ResolvedAssembly): Record<string, string> =>
  Object.fromEntries(
    resources
      .filter(({ type }) => type === 'AWS::DynamoDB::Table')
      .map(({ physicalId }) => [shortName(physicalId), physicalId]),
  );
