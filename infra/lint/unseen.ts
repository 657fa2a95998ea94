import { referencesIn } from './references.ts';
import type { StackTemplate, Template } from './variants.ts';

type Part = Readonly<Record<string, unknown>>;

/** The end of a logical id; it follows from the path, and so from the name of the stage. */
const HASH_IN_ID = /[0-9A-F]{8}/g;

const keptOf = (part: Part | undefined, isKept: (name: string, value: unknown) => boolean): Part =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([name, value]) => isKept(name, value)));

/** These resources, and all they refer to. */
const withReferences = (names: ReadonlySet<string>, resources: Part): ReadonlySet<string> => {
  const all = new Set(names);
  for (const name of all) for (const other of referencesIn(resources[name])) if (other in resources) all.add(other);
  return all;
};

/** A template of some of its resources. What the template itself does not use stays, so that it is found. */
const reducedTo = (template: Template, names: ReadonlySet<string>): Template => {
  const resources = template.Resources ?? {};
  const isGone = (name: string) => name in resources && !names.has(name);
  const Resources = keptOf(resources, (name) => names.has(name));
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
      const names = withReferences(new Set(fresh.map(([name]) => name)), one.template.Resources ?? {});
      return [{ ...one, template: reducedTo(one.template, names) }];
    });
};
