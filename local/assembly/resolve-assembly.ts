import * as z from 'zod';
import type { Resource } from '../ports.ts';
import { AssemblyError } from './assembly-error.ts';
import type { CloudAssembly } from './cloud-assembly.ts';
import { noValue } from './intrinsics.ts';
import { refuseCycles } from './reference-cycles.ts';
import { resourceTypes } from './resource-types.ts';
import { whySkipped } from './skipped-types.ts';
import { StackScope } from './stack-scope.ts';
import type { World } from './world.ts';

/** Resources of one type that are left out offline. */
export interface Skipped {
  type: string;
  count: number;
  why: string;
}

/** The whole system with physical names: what the parts of the runtime are started from. */
export interface ResolvedAssembly {
  resources: readonly Resource[];
  skipped: readonly Skipped[];
  /** Stack outputs as `<stack>.<output>`. */
  outputs: Readonly<Record<string, string>>;
  /** Object key in the asset bucket → absolute path. */
  assets: ReadonlyMap<string, string>;
}

const Properties = z.record(z.string(), z.unknown());

/** Looks for each value once, and refuses to while it is already being looked for. */
const guarded = (what: string, find: (name: string) => unknown) => {
  const open = new Set<string>();
  const found = new Map<string, unknown>();
  return (name: string): unknown => {
    if (found.has(name)) return found.get(name);
    if (open.has(name)) throw new AssemblyError('cycle', name, `${what} depends on itself (${[...open].join(' → ')})`);
    open.add(name);
    try {
      const value = find(name);
      found.set(name, value);
      return value;
    } finally {
      open.delete(name);
    }
  };
};

/** Exports of all stacks, each resolved when somebody imports it. */
const exportsOf = (scopes: readonly StackScope[]) =>
  guarded('export', (name) => {
    for (const scope of scopes)
      for (const output of Object.values(scope.stack.template.Outputs))
        if (output.Export && scope.resolve(output.Export.Name) === name) return scope.resolve(output.Value);
    throw new AssemblyError('unknown-export', name, 'no stack exports this');
  });

/** Parameters of Systems Manager that stacks write, each resolved when another asks for it. */
const parametersOf = (scopes: readonly StackScope[]) =>
  guarded('parameter', (name) => {
    for (const scope of scopes)
      for (const { Type, Properties: written } of Object.values(scope.stack.template.Resources))
        if (Type === 'AWS::SSM::Parameter' && scope.resolve(written.Name) === name) return scope.resolve(written.Value);
    throw new AssemblyError('unknown-parameter', name, 'no stack writes this');
  });

const isPresent = (scope: StackScope, condition: string | undefined) =>
  condition === undefined || scope.condition(condition);

const resourcesOf = (scope: StackScope): Resource[] => {
  const references = new Map<string, ReadonlySet<string>>();
  const present = Object.entries(scope.stack.template.Resources).filter(([, { Condition }]) =>
    isPresent(scope, Condition),
  );
  const resources = present.flatMap(([logicalId, { Type, Properties: unresolved }]) => {
    const { type, resource } = scope.named(logicalId);
    if (!Object.hasOwn(resourceTypes, Type)) return [];
    let properties: unknown;
    references.set(
      logicalId,
      scope.referencesOf(() => {
        properties = scope.resolve(unresolved);
      }),
    );
    return [
      {
        stack: scope.stack.name,
        logicalId,
        type: Type,
        physicalId: type.ref?.(resource) ?? resource.name,
        arn: type.arn(resource),
        properties: Properties.parse(properties),
      },
    ];
  });
  refuseCycles(scope.stack.name, references);
  return resources;
};

const skippedOf = (scopes: readonly StackScope[]): Skipped[] => {
  const counts = new Map<string, number>();
  for (const { stack } of scopes)
    for (const { Type } of Object.values(stack.template.Resources))
      if (whySkipped(Type) !== undefined) counts.set(Type, (counts.get(Type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count, why: whySkipped(type) ?? '' }))
    .toSorted((left, right) => left.type.localeCompare(right.type));
};

const outputsOf = (scope: StackScope): [string, string][] =>
  Object.entries(scope.stack.template.Outputs)
    .filter(([, { Condition }]) => isPresent(scope, Condition))
    .map(([name, { Value }]): [string, unknown] => [`${scope.stack.name}.${name}`, scope.resolve(Value)])
    .filter(([, value]) => value !== noValue)
    .map(([name, value]) => [name, String(value)]);

/**
 * Resolves every intrinsic function of every stack. Throws an `AssemblyError` that names the place for an unknown
 * type, attribute, reference or export, and for a cycle.
 */
export const resolveAssembly = (assembly: CloudAssembly, world: World): ResolvedAssembly => {
  const scopes: StackScope[] = [];
  const others = { importValue: exportsOf(scopes), writtenParameter: parametersOf(scopes) };
  scopes.push(...assembly.stacks.map((stack) => new StackScope(stack, world, others)));
  return {
    resources: scopes.flatMap(resourcesOf),
    skipped: skippedOf(scopes),
    outputs: Object.fromEntries(scopes.flatMap(outputsOf)),
    assets: assembly.assets,
  };
};
