import { leafTest } from './event-pattern-leaf.ts';
import { InvalidEventPattern } from './invalid-event-pattern.ts';

/** Whether an event matches a pattern that was read before. */
export type EventMatch = (event: unknown) => boolean;

type Fields = ReadonlyMap<string, unknown>;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;

/**
 * Reads an EventBridge event pattern (an object, or its JSON text) once; the answer matches events with AWS's semantics:
 * every field of the pattern must match, a list means any of, a list in the event matches by any of its elements.
 * Throws an `InvalidEventPattern`.
 */
export const eventPattern = (pattern: unknown): EventMatch => {
  const fields = fieldsOf(typeof pattern === 'string' ? parseJson(pattern) : pattern);
  if (!fields) throw new InvalidEventPattern('An event pattern is a JSON object');
  return objectTest(fields);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidEventPattern('An event pattern is a JSON object');
  }
};

const objectTest = (pattern: Fields): EventMatch => {
  const tests = [...pattern].map(([name, wanted]) => (name === '$or' ? anyOf(wanted) : fieldTest(name, wanted)));
  return (event) => tests.every((test) => test(event));
};

const anyOf = (alternatives: unknown): EventMatch => {
  if (!Array.isArray(alternatives) || alternatives.length < 2) {
    throw new InvalidEventPattern('$or takes a list of at least two patterns');
  }
  const tests = alternatives.map(eventPattern);
  return (event) => tests.some((test) => test(event));
};

const fieldTest = (name: string, wanted: unknown): EventMatch => {
  if (Array.isArray(wanted)) return valueTest(name, wanted);
  const nested = fieldsOf(wanted);
  if (!nested) throw new InvalidEventPattern(`${name}: a pattern holds a list or an object`);

  const test = objectTest(nested);
  return (event) => {
    const inner = fieldsOf(event)?.get(name);
    // Also for an absent object: the pattern may ask that a field of it does not exist.
    return Array.isArray(inner) ? inner.some((element) => test(element)) : test(inner);
  };
};

const valueTest = (name: string, wanted: readonly unknown[]): EventMatch => {
  if (wanted.length === 0) throw new InvalidEventPattern(`${name}: the list is empty`);
  const tests = wanted.map((one) => leafTest(name, one));
  return (event) => {
    const fields = fieldsOf(event);
    const values = valuesOf(fields?.get(name), fields?.has(name) ?? false);
    return tests.some((test) => test(values));
  };
};

/** A leaf that is absent, or an object where a leaf is asked for, gives no values. */
const valuesOf = (value: unknown, present: boolean): readonly unknown[] | undefined => {
  if (!present || fieldsOf(value)) return undefined;
  return Array.isArray(value) ? value : [value];
};
