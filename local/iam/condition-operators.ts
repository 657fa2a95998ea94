import { matchesPattern } from './policy-pattern.ts';

type Compare = (actual: string, expected: readonly string[]) => boolean;

const equals: Compare = (actual, expected) => expected.includes(actual);
const equalsIgnoreCase: Compare = (actual, expected) =>
  expected.some((value) => value.toLowerCase() === actual.toLowerCase());
const like: Compare = (actual, expected) => expected.some((pattern) => matchesPattern(pattern, actual));
const not =
  (compare: Compare): Compare =>
  (actual, expected) =>
    !compare(actual, expected);

const comparisons: Readonly<Record<string, Compare>> = {
  StringEquals: equals,
  StringNotEquals: not(equals),
  StringEqualsIgnoreCase: equalsIgnoreCase,
  StringLike: like,
  StringNotLike: not(like),
  ArnEquals: like,
  ArnLike: like,
  ArnNotEquals: not(like),
  ArnNotLike: not(like),
  Bool: equalsIgnoreCase,
};

interface Operator {
  set: 'ForAllValues' | 'ForAnyValue' | undefined;
  ifExists: boolean;
  compare: Compare | 'Null';
  negated: boolean;
}

const operatorOf = (text: string): Operator | undefined => {
  const [, set, name = '', ifExists] = text.match(/^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/) ?? [];
  const compare = name === 'Null' ? 'Null' : comparisons[name];
  if (!compare) return undefined;
  const quantifier = set === 'ForAllValues' || set === 'ForAnyValue' ? set : undefined;
  return { set: quantifier, ifExists: ifExists !== undefined, compare, negated: name.includes('Not') };
};

/** Whether this evaluation knows a condition operator; an unknown one must be refused at start, never ignored. */
export const isKnownOperator = (text: string): boolean => operatorOf(text) !== undefined;

/** Evaluates one operator on one key; `actual` is what the request has, undefined when it has no such key. */
export const conditionHolds = (
  text: string,
  actual: readonly string[] | undefined,
  expected: readonly string[],
): boolean => {
  const operator = operatorOf(text);
  if (!operator) return false;
  const { set, ifExists, compare, negated } = operator;
  const values = actual ?? [];
  if (compare === 'Null') return expected.includes(values.length === 0 ? 'true' : 'false');
  // IAM: ForAllValues is true when the request has no value at all, and a negated operator is too.
  if (set === 'ForAllValues') return values.every((value) => compare(value, expected));
  if (values.length === 0) return ifExists || (negated && set === undefined);
  return values.some((value) => compare(value, expected));
};
