import * as z from 'zod';
import type { Templates } from './stateful.ts';

const OneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: OneOrMore.optional(),
  NotAction: OneOrMore.optional(),
  Resource: z.unknown(),
  Condition: z.unknown().optional(),
});
const Document = z.object({ Statement: z.array(z.unknown()) });
const Policy = z.object({ PolicyDocument: Document, Roles: z.array(z.object({ Ref: z.string() })).optional() });
const Role = z.object({
  AssumeRolePolicyDocument: Document.optional(),
  ManagedPolicyArns: z.array(z.unknown()).optional(),
});

/** Intrinsics in short: what is meant, not how a template writes it. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(shown).join('');
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name = '', inner] = []] = Object.entries(value);
  if (name === 'Ref') return `<${String(inner).replace(/^AWS::/, '')}>`;
  if (name === 'Fn::Join' && Array.isArray(inner)) return (inner[1] as unknown[]).map(shown).join(String(inner[0]));
  if (name === 'Fn::GetAtt' && Array.isArray(inner)) return `<${inner.join('.')}>`;
  return JSON.stringify(value);
};

const conditionOf = (condition: unknown): string => (condition === undefined ? '' : ` if ${JSON.stringify(condition)}`);

/** `effect action on resource if condition`, a line for each pair. */
const linesOf = (document: z.infer<typeof Document>): string[] =>
  document.Statement.flatMap((one) => {
    const { Effect, Action, NotAction, Resource, Condition } = Statement.parse(one);
    const actions = Action ?? NotAction?.map((action) => `all but ${action}`) ?? [];
    const resources = Array.isArray(Resource) ? Resource : [Resource];
    return actions.flatMap((action) =>
      resources.map((resource) => `${Effect} ${action} on ${shown(resource)}${conditionOf(Condition)}`),
    );
  });

/** What every role of a system is granted, by stack and logical id of the role; each line once, in order. */
export const grantsIn = (templates: Templates): Readonly<Record<string, readonly string[]>> => {
  const granted = new Map<string, Set<string>>();
  const to = (role: string) => granted.get(role) ?? granted.set(role, new Set()).get(role) ?? new Set();
  for (const [stack, { Resources }] of Object.entries(templates))
    for (const [logicalId, { Type, Properties = {} }] of Object.entries(Resources)) {
      if (Type === 'AWS::IAM::Role')
        for (const arn of Role.parse(Properties).ManagedPolicyArns ?? [])
          to(`${stack}/${logicalId}`).add(`Managed ${shown(arn)}`);
      if (Type !== 'AWS::IAM::Policy' && Type !== 'AWS::IAM::ManagedPolicy') continue;
      const { PolicyDocument, Roles = [] } = Policy.parse(Properties);
      for (const { Ref } of Roles) for (const line of linesOf(PolicyDocument)) to(`${stack}/${Ref}`).add(line);
    }
  return Object.fromEntries(
    [...granted]
      .map(([role, lines]) => [role, [...lines].toSorted()] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
};
