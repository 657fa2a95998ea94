import { synthesise } from '../../local/assembly/synthesis.ts';
import { localWorld } from '../../local/assembly/world.ts';
import { authorize } from '../../local/iam/authorize.ts';
import { jsonLog } from '../../local/log.ts';
import { type LoadedAssembly, loadAssembly } from '../../local/wiring/loaded-assembly.ts';
import { type Compared, compared, type Refused, type Use } from './comparison.ts';
import { exceptions } from './exceptions.ts';
import { grantsOf, identityOf, ownersOf, resourceNames } from './grant.ts';
import { needsOfAws, needsOfEncryption } from './needs.ts';
import type { RecordedJourney } from './recorded.ts';

const NOWHERE = '127.0.0.1:9';

/** The stage `local` on topics, as journeys run it. */
export const assemblyOfJourneys = async (root: string): Promise<LoadedAssembly> =>
  loadAssembly(await synthesise({ root, backbone: 'kafka', log: jsonLog({ quiet: true }) }), {
    ...localWorld,
    parameters: { KafkaBrokers: NOWHERE },
    endpointUrl: `http://${NOWHERE}`,
    apiUrl: 'http://localhost:4000',
  });

const usesOf = (assembly: LoadedAssembly, journeys: readonly RecordedJourney[]): readonly Use[] => {
  const [owners, nameOf] = [ownersOf(assembly), resourceNames(assembly)];
  const uses = new Map<string, { grant: Use['grant']; journeys: Set<string> }>();
  for (const { name, lines } of journeys)
    for (const line of lines) {
      if (line.kind !== 'used') continue;
      const { roleArn, action, condition } = line;
      const grant = { owner: owners.get(roleArn) ?? roleArn, action, resource: nameOf(line.resource), condition };
      const known = uses.get(identityOf(grant)) ?? { grant, journeys: new Set() };
      known.journeys.add(name);
      uses.set(identityOf(grant), known);
    }
  return [...uses.values()].map(({ grant, journeys: names }) => ({ grant, journeys: [...names] }));
};

/** Some tests take a permission away to see what happens: what the templates do grant is no finding. */
const refusedIn = (assembly: LoadedAssembly, journeys: readonly RecordedJourney[]): readonly Refused[] => {
  const [owners, nameOf] = [ownersOf(assembly), resourceNames(assembly)];
  return journeys.flatMap(({ name, lines }) =>
    lines.flatMap((line) => {
      if (line.kind !== 'refused') return [];
      const { roleArn, action, resource, context } = line;
      const statements = assembly.roles.get(roleArn)?.statements ?? [];
      const principal = { kind: 'function', functionName: '', roleArn, statements } as const;
      if (authorize(principal, { action, resource, ...(context && { context }) }) === undefined) return [];
      return [{ owner: owners.get(roleArn) ?? roleArn, action, resource: nameOf(resource), journey: name }];
    }),
  );
};

/** Holds the templates against what these journeys did. */
export const comparedWith = (assembly: LoadedAssembly, journeys: readonly RecordedJourney[]): Compared => {
  const grants = grantsOf(assembly);
  return compared({
    grants,
    uses: usesOf(assembly, journeys),
    refused: refusedIn(assembly, journeys),
    needs: [...needsOfAws(assembly), ...needsOfEncryption(grants)],
    exceptions,
  });
};
