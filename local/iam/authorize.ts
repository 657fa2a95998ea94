import type { AccessRequest, Authorize, PolicyStatement } from '../ports.ts';
import { conditionHolds } from './condition-operators.ts';
import { matchesPattern } from './policy-pattern.ts';

/** Whether a statement is about a request. */
export const applies = (
  { actions, resources, conditions }: PolicyStatement,
  { action, resource, context = {} }: AccessRequest,
) =>
  actions.some((pattern) => matchesPattern(pattern, action, true)) &&
  resources.some((pattern) => matchesPattern(pattern, resource)) &&
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) => conditionHolds(operator, context[key], expected)),
  );

const principalArn = (roleArn: string, functionName: string) =>
  `${roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${functionName}`;

/** Evaluates a function's role as IAM does: an explicit Deny wins, then any Allow, otherwise refused. */
export const authorize: Authorize = (principal, request) => {
  if (principal.kind === 'outside') return undefined;
  const { statements, roleArn, functionName } = principal;
  const matching = statements.filter((statement) => applies(statement, request));
  const denied = matching.some(({ effect }) => effect === 'Deny');
  if (!denied && matching.length > 0) return undefined;
  const { action, resource } = request;
  const why = denied
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${action} action`;
  return `User: ${principalArn(roleArn, functionName)} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
};
