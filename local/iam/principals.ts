import { AssemblyError } from '../assembly/assembly-error.ts';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import type { Principal } from '../ports.ts';
import type { Role } from './role-statements.ts';

/** Tells who signs with an access key: a function of the assembly, or somebody outside. */
export const principalsOf = (
  functions: readonly FunctionDefinition[],
  roles: ReadonlyMap<string, Role>,
): ((accessKeyId: string) => Principal) => {
  const principals = new Map(
    functions.map(({ name, roleArn, accessKeyId, stack, logicalId }): [string, Principal] => {
      const role = roles.get(roleArn);
      if (!role)
        throw new AssemblyError('unknown-reference', `${stack}/${logicalId}`, `no role ${roleArn} in the assembly`);
      return [accessKeyId, { kind: 'function', functionName: name, roleArn, statements: role.statements }];
    }),
  );
  return (accessKeyId) => principals.get(accessKeyId) ?? { kind: 'outside' };
};
