import { referencesIn } from './references.ts';
import type { StackTemplate, Template } from './variants.ts';

type Part = Readonly<Record<string, unknown>>;

/** The end of a logical id; it follows from the path, and so from the name of the stage. */
const HASH_IN_ID = /[0-9A-F]{8}/g;

const keptOf = (part: Part | undefined, isKept: (name: string, value: unknown) => boolean): Part =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([name, value]) => isKept(name, value)));

/** These resources, and all they refer to, which need not wait for others: what is waited for is looked at elsewhere, and policies take long. */
const withReferences = (fresh: ReadonlySet<string>, resources: Part): Part => {
  const kept = new Map([...fresh].map((name) => [name, resources[name]]));
  for (const [, resource] of kept)
    for (const name of referencesIn(resource))
      if (name in resources && !kept.has(name)) kept.set(name, withoutWaiting(resources[name]));
  return Object.fromEntries(kept);
};

const withoutWaiting = (resource: unknown): unknown =>
  typeof resource === 'object' && resource !== null && 'DependsOn' in resource
    ? { ...resource, DependsOn: undefined }
    : resource;

/** A template of some of its resources. What the template itself does not use stays, so that it is found. */
const reducedTo = (template: Template, Resources: Part): Template => {
  const isGone = (name: string) => name in (template.Resources ?? {}) && !(name in Resources);
  const Outputs = keptOf(template.Outputs, (_, output) => ![...referencesIn(output)].some(isGone));
  const usedBefore = referencesIn(template);
  const used = referencesIn({ ...template, Resources, Outputs });
  const isStillUsed = (name: string) => used.has(name) || !usedBefore.has(name);
  return {
    ...template,
    Resources,
    Outputs,
    Parameters: keptOf(template.Parameters, isStillUsed),
    Mappings: keptOf(template.Mappings, isStillUsed),
    Conditions: keptOf(template.Conditions, isStillUsed),
  };
};

/**
 * Templates without the resources that another template has already, but for the name of its stage; what the others refer to
 * stays. Stages with the longest names come first: what is not too long there is too long nowhere. Templates with nothing
 * new are left out.
 */
export const unseenOf = (templates: readonly StackTemplate[]): readonly StackTemplate[] => {
  const seen = new Set<string>();
  return templates
    .toSorted((a, b) => b.stage.length - a.stage.length)
    .flatMap((one) => {
      const fresh = Object.entries(one.template.Resources ?? {}).filter(([, resource]) => {
        const key = JSON.stringify(resource).replaceAll(one.stage, '*').replace(HASH_IN_ID, '#');
        const isFresh = !seen.has(key);
        seen.add(key);
        return isFresh;
      });
      if (fresh.length === 0) return [];
      const resources = withReferences(new Set(fresh.map(([name]) => name)), one.template.Resources ?? {});
      return [{ ...one, template: reducedTo(one.template, resources) }];
    });
};
