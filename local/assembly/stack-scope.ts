import { AssemblyError, type AssemblyFault } from './assembly-error.ts';
import type { StackTemplate } from './cloud-assembly.ts';
import { noValue, resolveIntrinsics, type Scope } from './intrinsics.ts';
import { type Named, type ResourceType, resourceTypes } from './resource-types.ts';
import { whySkipped } from './skipped-types.ts';
import type { TemplateResource } from './template.ts';
import type { World } from './world.ts';

/** Names of a skipped type: stable text that nothing offline reads. */
const skippedType: ResourceType = { arn: ({ stack, logicalId }) => `arn:aws:skipped:::${stack}/${logicalId}` };

const pseudoParameters = (stack: string, world: World): Readonly<Record<string, unknown>> => ({
  'AWS::Region': world.region,
  'AWS::AccountId': world.accountId,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack,
  'AWS::StackId': `arn:aws:cloudformation:${world.region}:${world.accountId}:stack/${stack}/local`,
  'AWS::NotificationARNs': [],
  'AWS::NoValue': noValue,
});

/** Refuses to compute a value while it is already being computed. */
const guardCycles = (fail: Scope['fail']) => {
  const open = new Set<string>();
  return <T>(what: string, compute: () => T): T => {
    if (open.has(what)) return fail('cycle', `${what} depends on itself (${[...open, what].join(' → ')})`);
    open.add(what);
    try {
      return compute();
    } finally {
      open.delete(what);
    }
  };
};

/** What a stack finds in the others. */
export interface Others {
  /** The value of an export. */
  importValue: Scope['importValue'];
  /** The value of a parameter of Systems Manager that a stack writes. */
  writtenParameter(name: string): unknown;
}

const parameterOf = (stack: StackTemplate, name: string, world: World, others: Others): unknown => {
  const declared = stack.template.Parameters[name];
  if (!declared) return undefined;
  const given = world.parameters[name] ?? stack.parameters[name] ?? declared.Default ?? '';
  return declared.Type.startsWith('AWS::SSM::Parameter::Value<') ? others.writtenParameter(given) : given;
};

/** One stack while it is being resolved. */
export class StackScope implements Scope {
  readonly stack: StackTemplate;
  readonly importValue: Scope['importValue'];
  readonly #world: World;
  readonly #others: Others;
  readonly #pseudo: Readonly<Record<string, unknown>>;
  readonly #touched = new Set<string>();
  readonly #once = guardCycles((reason, detail) => this.fail(reason, detail));

  constructor(stack: StackTemplate, world: World, others: Others) {
    this.stack = stack;
    this.importValue = others.importValue;
    this.#others = others;
    this.#world = world;
    this.#pseudo = pseudoParameters(stack.name, world);
  }

  fail(reason: AssemblyFault, detail: string, place?: string): never {
    throw new AssemblyError(reason, place === undefined ? this.stack.name : `${this.stack.name}/${place}`, detail);
  }

  resolve(value: unknown): unknown {
    return resolveIntrinsics(value, this);
  }

  /** The logical ids that `visit` refers to. */
  referencesOf(visit: () => void): ReadonlySet<string> {
    this.#touched.clear();
    visit();
    return new Set(this.#touched);
  }

  /** A resource with its name, before its other properties are resolved. */
  named(logicalId: string): { type: ResourceType; resource: Named } {
    const { Type, Properties } = this.#resource(logicalId);
    const type = resourceTypes[Type] ?? (whySkipped(Type) === undefined ? undefined : skippedType);
    if (!type) return this.fail('unknown-type', `${Type} is not supported offline`, logicalId);
    const property = (name: string) => {
      const value = this.#once(`${this.stack.name}/${logicalId}.${name}`, () => this.resolve(Properties[name]));
      return value === undefined || value === noValue ? undefined : String(value);
    };
    const stack = this.stack.name;
    const name = (type.nameProperty && property(type.nameProperty)) ?? `${stack}-${logicalId}`;
    return { type, resource: { stack, logicalId, name, property, world: this.#world } };
  }

  ref(name: string): unknown {
    if (Object.hasOwn(this.#pseudo, name)) return this.#pseudo[name];
    const parameter = parameterOf(this.stack, name, this.#world, this.#others);
    if (parameter !== undefined) return parameter;
    this.#touched.add(name);
    const { type, resource } = this.named(name);
    return type.ref?.(resource) ?? resource.name;
  }

  attribute(logicalId: string, attribute: string): string {
    this.#touched.add(logicalId);
    const { type, resource } = this.named(logicalId);
    if (attribute === 'Arn') return type.arn(resource);
    if (type === skippedType) return `${resource.name}.${attribute}`;
    const known = type.attributes?.[attribute]?.(resource);
    const { Type } = this.#resource(logicalId);
    return (
      known ?? this.fail('unknown-attribute', `${Type} has no attribute ${attribute}`, `${logicalId}.${attribute}`)
    );
  }

  condition(name: string): boolean {
    const definition = this.stack.template.Conditions[name];
    if (definition === undefined) return this.fail('unknown-reference', `no such condition: ${name}`);
    return this.#once(`condition ${name}`, () => this.resolve(definition)) === true;
  }

  mapping(map: string, first: string, second: string): unknown {
    const found = this.stack.template.Mappings[map]?.[first]?.[second];
    return found ?? this.fail('bad-value', `no entry ${first}/${second} in mapping ${map}`);
  }

  #resource(logicalId: string): TemplateResource {
    const found = this.stack.template.Resources[logicalId];
    return found ?? this.fail('unknown-reference', 'no such resource or parameter', logicalId);
  }
}
