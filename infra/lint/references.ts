/** Calls of CloudFormation whose first argument names something of the template. */
const NAMING = new Set(['Ref', 'Fn::GetAtt', 'Fn::If', 'Fn::FindInMap', 'Condition', 'DependsOn']);
const IN_TEXT = /\$\{([A-Za-z0-9]+)[^}]*\}/g;

const namedBy = (key: string, value: unknown): readonly string[] => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (key === 'DependsOn' && Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  if (NAMING.has(key) && typeof first === 'string') return [first.split('.')[0] ?? first];
  if (key === 'Fn::Sub' && typeof first === 'string') return [...first.matchAll(IN_TEXT)].map(([, name = '']) => name);
  return [];
};

/** The names of resources, parameters, conditions and mappings that a part of a template refers to; and perhaps other words. */
export const referencesIn = (part: unknown): ReadonlySet<string> => {
  if (typeof part !== 'object' || part === null) return new Set();
  if (Array.isArray(part)) return new Set(part.flatMap((one) => [...referencesIn(one)]));
  return new Set(Object.entries(part).flatMap(([key, value]) => [...namedBy(key, value), ...referencesIn(value)]));
};
