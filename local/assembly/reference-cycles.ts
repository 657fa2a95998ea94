import { AssemblyError } from './assembly-error.ts';

/** Throws when resources of one stack refer to each other in a circle, as CloudFormation would. */
export const refuseCycles = (stack: string, references: ReadonlyMap<string, ReadonlySet<string>>): void => {
  const settled = new Set<string>();
  const visit = (logicalId: string, path: readonly string[]): void => {
    if (settled.has(logicalId)) return;
    if (path.includes(logicalId))
      throw new AssemblyError(
        'cycle',
        `${stack}/${logicalId}`,
        [...path.slice(path.indexOf(logicalId)), logicalId].join(' → '),
      );
    for (const next of references.get(logicalId) ?? []) visit(next, [...path, logicalId]);
    settled.add(logicalId);
  };
  for (const logicalId of references.keys()) visit(logicalId, []);
};
