import * as z from 'zod';
import { InvalidEventPattern } from './invalid-event-pattern.ts';

/** Tests the values of one field; undefined when the field is absent. */
type LeafTest = (values: readonly unknown[] | undefined) => boolean;
type ValueTest = (value: unknown) => boolean;

const someValue =
  (test: ValueTest): LeafTest =>
  (values) =>
    values?.some(test) ?? false;

const text =
  (test: (value: string) => boolean): ValueTest =>
  (value) =>
    typeof value === 'string' && test(value);

const sameIgnoringCase = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Reads one element of a pattern's list: a plain value, or an object with one operator. */
export const leafTest = (name: string, wanted: unknown): LeafTest => {
  if (typeof wanted !== 'object' || wanted === null) return someValue((value) => value === wanted);
  const [entry, ...others] = Object.entries(wanted);
  if (!entry || others.length > 0) throw new InvalidEventPattern(`${name}: an operator stands alone in its object`);
  const [operator, operand] = entry;
  if (operator === 'exists') {
    const asked = z.boolean().parse(operand);
    return (values) => (values !== undefined) === asked;
  }
  return someValue(operatorTest(name, operator, operand));
};

const operatorTest = (name: string, operator: string, operand: unknown): ValueTest => {
  switch (operator) {
    case 'prefix':
      return affix(name, operand, (value, wanted) => value.startsWith(wanted));
    case 'suffix':
      return affix(name, operand, (value, wanted) => value.endsWith(wanted));
    case 'equals-ignore-case':
      return text((value) => sameIgnoringCase(value, asText(name, operand)));
    case 'wildcard':
      return wildcard(asText(name, operand));
    case 'numeric':
      return numeric(name, operand);
    case 'anything-but':
      return anythingBut(name, operand);
    default:
      throw new InvalidEventPattern(`${name}: the operator ${operator} is not offered offline`);
  }
};

const asText = (name: string, operand: unknown): string => {
  if (typeof operand !== 'string') throw new InvalidEventPattern(`${name}: the operator takes a string`);
  return operand;
};

const IgnoringCase = z.strictObject({ 'equals-ignore-case': z.string() });

const affix = (name: string, operand: unknown, test: (value: string, wanted: string) => boolean): ValueTest => {
  const ignoring = IgnoringCase.safeParse(operand);
  if (ignoring.success) {
    const wanted = ignoring.data['equals-ignore-case'].toLowerCase();
    return text((value) => test(value.toLowerCase(), wanted));
  }
  const wanted = asText(name, operand);
  return text((value) => test(value, wanted));
};

const wildcard = (pattern: string): ValueTest => {
  const literal = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${literal.join('[\\s\\S]*?')}$`);
  return text((value) => expression.test(value));
};

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '=': (value, limit) => value === limit,
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
};

const numeric = (name: string, operand: unknown): ValueTest => {
  const words = z.array(z.union([z.string(), z.number()])).safeParse(operand);
  if (!words.success || words.data.length === 0 || words.data.length % 2 !== 0) {
    throw new InvalidEventPattern(`${name}: numeric takes pairs of a comparison and a number`);
  }
  const tests = Array.from({ length: words.data.length / 2 }, (_, pair) => {
    const [sign, limit] = words.data.slice(pair * 2, pair * 2 + 2);
    const compare = comparisons[String(sign)];
    if (!compare || typeof limit !== 'number') throw new InvalidEventPattern(`${name}: unknown comparison ${sign}`);
    return (value: number) => compare(value, limit);
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
};

const anythingBut = (name: string, operand: unknown): ValueTest => {
  const refused = Array.isArray(operand) ? operand : [operand];
  const tests = refused.map((one): ValueTest => {
    if (typeof one !== 'object' || one === null) return (value) => value === one;
    const [entry] = Object.entries(one);
    if (!entry) throw new InvalidEventPattern(`${name}: anything-but holds an empty object`);
    const [operator, operands] = entry;
    const each = (Array.isArray(operands) ? operands : [operands]).map((each) => operatorTest(name, operator, each));
    return (value) => each.some((test) => test(value));
  });
  return (value) => !tests.some((test) => test(value));
};
