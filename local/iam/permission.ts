import type { AccessRequest, PolicyStatement } from '../ports.ts';
import { matchesPattern } from './policy-pattern.ts';

/** One thing that a role may do, in the finest grain of its policies: an action on a resource, of one leading key. */
export interface Permission {
  action: string;
  resource: string;
  /** Pattern of the leading key, or all conditions as JSON when none is about it; empty without conditions. */
  condition: string;
}

const LEADING_KEYS = 'dynamodb:LeadingKeys';

const leadingKeysOf = ({ conditions }: PolicyStatement): readonly string[] =>
  Object.values(conditions).flatMap((keys) => keys[LEADING_KEYS] ?? []);

const conditionsOf = (statement: PolicyStatement): readonly string[] => {
  const keys = leadingKeysOf(statement);
  if (keys.length > 0) return keys;
  return [Object.keys(statement.conditions).length === 0 ? '' : JSON.stringify(statement.conditions)];
};

/** Everything that a statement grants; a denial grants nothing. */
export const permissionsOf = (statement: PolicyStatement): readonly Permission[] => {
  const { effect, actions, resources } = statement;
  if (effect === 'Deny') return [];
  return actions.flatMap((action) =>
    resources.flatMap((resource) => conditionsOf(statement).map((condition) => ({ action, resource, condition }))),
  );
};

/** Which permissions of a statement a request uses that the statement lets pass. */
export const permissionsUsed = (statement: PolicyStatement, request: AccessRequest): readonly Permission[] => {
  const keys = request.context?.[LEADING_KEYS] ?? [];
  const patterns = leadingKeysOf(statement);
  // A request without a key passes whatever the keys are, and so uses all of them.
  const isOfKey = (condition: string) =>
    patterns.length === 0 || keys.length === 0 || keys.some((key) => matchesPattern(condition, key));
  return permissionsOf(statement).filter(
    ({ action, resource, condition }) =>
      matchesPattern(action, request.action, true) && matchesPattern(resource, request.resource) && isOfKey(condition),
  );
};
