import type { FunctionDefinition } from '../functions/function-definition.ts';
import type { Authorize } from '../ports.ts';
import type { Role } from './role-statements.ts';

interface Assembly {
  functions: readonly FunctionDefinition[];
  roles: ReadonlyMap<string, Role>;
}

/** Without what says which version of a function is meant. */
const bareName = (nameOrArn: string): string => nameOrArn.replace(/^.*:function:/, '').replace(/:.*$/, '');

/**
 * Why the role of a state machine may not invoke a function, in AWS's own words; undefined when it may. A function that
 * does not exist is for the invocation to find out.
 */
export const machineRefusal =
  (assembly: () => Assembly, authorize: Authorize) =>
  (roleArn: string, functionName: string): string | undefined => {
    const { functions, roles } = assembly();
    const wanted = functions.find(({ name }) => name === bareName(functionName));
    if (!wanted) return undefined;
    const statements = roles.get(roleArn)?.statements ?? [];
    const principal = { kind: 'function', functionName: 'states', roleArn, statements } as const;
    return authorize(principal, { action: 'lambda:InvokeFunction', resource: wanted.arn });
  };
