import { localWorld } from '../../local/assembly/world.ts';
import { type Permission, permissionsOf } from '../../local/iam/permission.ts';
import type { LoadedAssembly } from '../../local/wiring/loaded-assembly.ts';

/** A permission of a function, or of a role that no function has. */
export interface Grant extends Permission {
  owner: string;
}

const PREFIX = 'bunko-local-';
const ARN = new RegExp(`^arn:aws:[a-z0-9-]*:(${localWorld.region})?:(${localWorld.accountId})?:`);

/** Names as a reader knows them: without what names the system, the stage, the account and the region. */
export const shortened = (name: string): string =>
  name.replace(ARN, '').replaceAll(PREFIX, '').replace(`-${localWorld.accountId}-${localWorld.region}`, '');

/** What tells a grant from all others. */
export const identityOf = ({ owner, action, resource, condition }: Grant): string =>
  [owner, action, resource, condition].join(' ');

/** Who has the roles of an assembly, by ARN of the role. */
export const ownersOf = ({
  functions,
  roles,
}: Pick<LoadedAssembly, 'functions' | 'roles'>): ReadonlyMap<string, string> => {
  const byFunction = new Map(functions.map(({ roleArn, name }) => [roleArn, shortened(name)]));
  return new Map([...roles.keys()].map((arn) => [arn, byFunction.get(arn) ?? shortened(arn)]));
};

type KeyNames = Pick<LoadedAssembly, 'resources'>;

/** Keys have no names; what they are called in their stack says what they are for. */
export const resourceNames = ({ resources }: KeyNames): ((arn: string) => string) => {
  const keys = new Map(
    resources
      .filter(({ type }) => type === 'AWS::KMS::Key')
      .map(({ arn, logicalId, stack }) => [
        arn,
        `key of ${shortened(stack)} (${logicalId.replace(/[0-9A-F]{8}$/, '')})`,
      ]),
  );
  return (arn) => keys.get(arn) ?? shortened(arn);
};

/** Everything that the roles of an assembly grant, each once. */
export const grantsOf = (assembly: Pick<LoadedAssembly, 'functions' | 'roles' | 'resources'>): readonly Grant[] => {
  const [owners, nameOf] = [ownersOf(assembly), resourceNames(assembly)];
  const all = [...assembly.roles].flatMap(([arn, { statements }]) =>
    statements.flatMap(permissionsOf).map((permission) => ({
      ...permission,
      owner: owners.get(arn) ?? arn,
      resource: nameOf(permission.resource),
    })),
  );
  return [...new Map(all.map((grant) => [identityOf(grant), grant])).values()];
};
