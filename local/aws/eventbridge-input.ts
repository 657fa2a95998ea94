import type { BusEvent } from './eventbridge-buses.ts';
import type { Rule, RuleTarget } from './eventbridge-rules.ts';

/** The text that a target gets for an event: the event itself, a part of it, a constant or a filled template. */
export const targetInput = (rule: Rule, target: RuleTarget, event: BusEvent): string => {
  if (target.Input !== undefined) return target.Input;
  if (target.InputPath !== undefined) return JSON.stringify(valueAt(event, target.InputPath) ?? null);
  const { InputTransformer: transformer } = target;
  if (!transformer) return JSON.stringify(event);
  const values = new Map(
    Object.entries(transformer.InputPathsMap).map(([name, path]) => [name, valueAt(event, path)] as const),
  );
  for (const [name, value] of predefined(rule, event)) values.set(name, value);
  return fill(transformer.InputTemplate, values);
};

const predefined = (rule: Rule, event: BusEvent): readonly (readonly [string, unknown])[] => [
  ['aws.events.rule-arn', rule.arn],
  ['aws.events.rule-name', rule.name],
  ['aws.events.event.ingestion-time', event.time],
  ['aws.events.event', event],
  ['aws.events.event.json', event],
];

const STEP = /\.([\w-]+)|\[(\d+)\]|\["([^"]+)"\]|\['([^']+)'\]/g;

/** The value at a JSON path (`$.detail.lines[0].n`); undefined when there is none. */
export const valueAt = (event: unknown, path: string): unknown => {
  let value = event;
  for (const [, name, index, quoted, single] of path.matchAll(STEP)) {
    const step = name ?? index ?? quoted ?? single ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = new Map(Object.entries(value)).get(step);
  }
  return value;
};

/** Outside of quotes a placeholder becomes JSON; inside of quotes its text, escaped for JSON. */
const fill = (template: string, values: ReadonlyMap<string, unknown>): string => {
  const trimmed = template.trim();
  let inQuotes = false;
  return trimmed.replaceAll(/\\.|"|<([\w.-]+)>/g, (found: string, name?: string) => {
    if (found === '"') inQuotes = !inQuotes;
    if (name === undefined || !values.has(name)) return found;
    const value = values.get(name);
    if (!inQuotes) return JSON.stringify(value ?? null);
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    return JSON.stringify(text).slice(1, -1);
  });
};
