import * as z from 'zod';
import type { AssemblyFault } from './assembly-error.ts';

/** Stands for `AWS::NoValue`: the property or item that holds it disappears. */
export const noValue = Symbol('AWS::NoValue');

/** What an intrinsic function may ask of the stack it stands in. */
export interface Scope {
  resolve(value: unknown): unknown;
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): string;
  condition(name: string): boolean;
  importValue(name: string): unknown;
  mapping(map: string, first: string, second: string): unknown;
  fail(reason: AssemblyFault, detail: string): never;
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const arrayOf = (argument: unknown, scope: Scope): readonly unknown[] => {
  const parsed = z.array(z.unknown()).safeParse(argument);
  return parsed.success ? parsed.data : scope.fail('bad-value', 'an intrinsic function wants a list here');
};

const textOf = (value: unknown, scope: Scope): string => {
  const resolved = scope.resolve(value);
  if (typeof resolved === 'string') return resolved;
  if (typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
  return scope.fail('bad-value', 'an intrinsic function wants text here');
};

const listOf = (value: unknown, scope: Scope) => arrayOf(scope.resolve(value), scope);

const getAtt: Intrinsic = (argument, scope) => {
  const [logicalId = '', ...attribute] = typeof argument === 'string' ? argument.split('.') : arrayOf(argument, scope);
  return scope.attribute(textOf(logicalId, scope), attribute.map((part) => textOf(part, scope)).join('.'));
};

const sub: Intrinsic = (argument, scope) => {
  const [template, variables] = typeof argument === 'string' ? [argument, {}] : arrayOf(argument, scope);
  const given = z.record(z.string(), z.unknown()).catch({}).parse(variables);
  return textOf(template, scope).replace(/\$\{([^!}][^}]*)\}|\$\{!([^}]*)\}/g, (_, name: string, literal: string) => {
    if (literal !== undefined) return `\${${literal}}`;
    if (Object.hasOwn(given, name)) return textOf(given[name], scope);
    const [logicalId = '', ...attribute] = name.split('.');
    return attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : textOf({ Ref: name }, scope);
  });
};

const isTrue = (value: unknown, scope: Scope): boolean => {
  const resolved = scope.resolve(value);
  return resolved === true || resolved === 'true';
};

const condition: Intrinsic = (argument, scope) => scope.condition(textOf(argument, scope));

const cut: Intrinsic = (argument, scope) => {
  const [separator, text] = arrayOf(argument, scope);
  return textOf(text, scope).split(textOf(separator, scope));
};

const select: Intrinsic = (argument, scope) => {
  const [index, list] = arrayOf(argument, scope);
  const item = listOf(list, scope)[Number(textOf(index, scope))];
  return item ?? scope.fail('bad-value', 'Fn::Select points outside its list');
};

/** Every intrinsic function that a template may use, by its key. */
const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => scope.ref(textOf(argument, scope)),
  Condition: condition,
  'Fn::GetAtt': getAtt,
  'Fn::Sub': sub,
  'Fn::Join': (argument, scope) => {
    const [separator, list] = arrayOf(argument, scope);
    return listOf(list, scope)
      .map((item) => textOf(item, scope))
      .join(textOf(separator, scope));
  },
  'Fn::Select': select,
  'Fn::Split': cut,
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = arrayOf(argument, scope);
    return scope.resolve(scope.condition(textOf(name, scope)) ? yes : no);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = arrayOf(argument, scope);
    return textOf(left, scope) === textOf(right, scope);
  },
  'Fn::Not': (argument, scope) => !isTrue(arrayOf(argument, scope)[0], scope),
  'Fn::And': (argument, scope) => arrayOf(argument, scope).every((item) => isTrue(item, scope)),
  'Fn::Or': (argument, scope) => arrayOf(argument, scope).some((item) => isTrue(item, scope)),
  'Fn::ImportValue': (argument, scope) => scope.importValue(textOf(argument, scope)),
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = arrayOf(argument, scope);
    return scope.mapping(textOf(map, scope), textOf(first, scope), textOf(second, scope));
  },
  'Fn::Base64': (argument, scope) => Buffer.from(textOf(argument, scope)).toString('base64'),
  'Fn::GetAZs': (argument, scope) => ['a', 'c', 'd'].map((zone) => `${textOf(argument, scope)}${zone}`),
};

const isIntrinsicKey = (key: string) => key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');

const resolveObject = (entries: [string, unknown][], scope: Scope): unknown => {
  const [only] = entries;
  // `Condition` is also an ordinary key of IAM statements; there its value is an object, never a name.
  if (
    entries.length === 1 &&
    only &&
    isIntrinsicKey(only[0]) &&
    !(only[0] === 'Condition' && typeof only[1] !== 'string')
  )
    return intrinsics[only[0]]?.(only[1], scope) ?? scope.fail('unknown-intrinsic', `${only[0]} is not supported`);
  const resolved = entries.map(([key, item]): [string, unknown] => [key, scope.resolve(item)]);
  return Object.fromEntries(resolved.filter(([, item]) => item !== noValue));
};

/** Resolves every intrinsic function in `value`, however deep; throws an `AssemblyError` through `scope.fail`. */
export const resolveIntrinsics = (value: unknown, scope: Scope): unknown => {
  if (Array.isArray(value)) return value.map((item) => scope.resolve(item)).filter((item) => item !== noValue);
  if (typeof value === 'object' && value !== null) return resolveObject(Object.entries(value), scope);
  return value;
};
