import type { ResolvedAssembly } from '../assembly/resolve-assembly.ts';

/** What a running system takes over from a new assembly; everything else is made once, at the start. */
const SWAPPED = /^AWS::(Lambda::Function|StepFunctions::|IAM::|ApiGatewayV2::)/;

const fixedParts = ({ resources }: ResolvedAssembly): Map<string, string> =>
  new Map(
    resources
      .filter(({ type }) => !SWAPPED.test(type))
      .map(({ stack, logicalId, properties }) => [`${stack}/${logicalId}`, JSON.stringify(properties)]),
  );

/** The resources, as `stack/logicalId`, that came, went or changed and are only looked at when the system starts. */
export const changedAtStart = (before: ResolvedAssembly, after: ResolvedAssembly): string[] => {
  const [old, young] = [fixedParts(before), fixedParts(after)];
  return [...new Set([...old.keys(), ...young.keys()])].filter((place) => old.get(place) !== young.get(place));
};
