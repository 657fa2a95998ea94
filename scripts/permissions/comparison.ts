import { matchesPattern } from '../../local/iam/policy-pattern.ts';
import { type Grant, identityOf } from './grant.ts';
import type { Need } from './needs.ts';

/** Permissions that stay although no journey uses them. Patterns; what is left out fits everything. */
export interface Exception {
  because: string;
  owners?: readonly string[];
  actions: readonly string[];
  resources: readonly string[];
  conditions?: readonly string[];
  /** The code is the same for all who have it, so it must have been used by another at least. */
  playedByAnother?: true;
}

/** A permission that journeys used, and which. */
export interface Use {
  grant: Grant;
  journeys: readonly string[];
}

/** A call that was refused although no test took the permission away. */
export interface Refused {
  owner: string;
  action: string;
  resource: string;
  journey: string;
}

export type Finding =
  | { kind: 'granted but never used'; grant: Grant }
  | { kind: 'needed but not granted'; owner: string; action: string; resource: string; because: string }
  | { kind: 'exception that nothing needs'; exception: Exception }
  | { kind: 'exception for code that nobody played'; exception: Exception; grant: Grant };

/** What became of a grant: who used it, or why it stays. */
export interface Account {
  grant: Grant;
  journeys: readonly string[];
  aws?: string;
  exception?: Exception;
}

const fits = (patterns: readonly string[] | undefined, text: string) =>
  patterns?.some((pattern) => matchesPattern(pattern, text)) ?? true;

const excuses = ({ owners, actions, resources, conditions }: Exception, grant: Grant) =>
  fits(owners, grant.owner) &&
  fits(actions, grant.action) &&
  fits(resources, grant.resource) &&
  fits(conditions, grant.condition);

const meets = ({ owner, action, resource }: Need, grant: Grant) =>
  owner === grant.owner && matchesPattern(grant.action, action, true) && matchesPattern(resource, grant.resource);

export interface Compared {
  accounts: readonly Account[];
  findings: readonly Finding[];
}

/** Holds what is granted against what was used, by functions and by AWS in their name; both ways. */
export const compared = (facts: {
  grants: readonly Grant[];
  uses: readonly Use[];
  refused: readonly Refused[];
  needs: readonly Need[];
  exceptions: readonly Exception[];
}): Compared => {
  const { grants, uses, refused, needs, exceptions } = facts;
  const journeysOf = new Map(uses.map(({ grant, journeys }) => [identityOf(grant), journeys]));
  const accounts = grants.map((grant): Account => {
    const journeys = journeysOf.get(identityOf(grant)) ?? [];
    const need = needs.find((one) => meets(one, grant));
    if (journeys.length > 0 || need) return { grant, journeys, ...(need && { aws: need.because }) };
    const exception = exceptions.find((one) => excuses(one, grant));
    return { grant, journeys, ...(exception && { exception }) };
  });
  return {
    accounts,
    findings: [...unused(accounts), ...missing(facts), ...refusals(refused), ...idle(accounts, exceptions)],
  };
};

const unused = (accounts: readonly Account[]): Finding[] =>
  accounts.flatMap(({ grant, journeys, aws, exception }) =>
    journeys.length === 0 && aws === undefined && !exception ? [{ kind: 'granted but never used', grant }] : [],
  );

const missing = ({ grants, needs }: { grants: readonly Grant[]; needs: readonly Need[] }): Finding[] =>
  needs
    .filter((need) => !grants.some((grant) => meets(need, grant)))
    .map((need) => ({ kind: 'needed but not granted', ...need }));

const refusals = (refused: readonly Refused[]): Finding[] =>
  refused.map(({ journey, ...call }) => ({
    kind: 'needed but not granted',
    ...call,
    because: `refused in ${journey}`,
  }));

const idle = (accounts: readonly Account[], exceptions: readonly Exception[]): Finding[] =>
  exceptions.flatMap((exception): Finding[] => {
    const excused = accounts.filter((account) => account.exception === exception);
    const [first] = excused;
    if (!first) return [{ kind: 'exception that nothing needs', exception }];
    const isPlayed = accounts.some(
      ({ grant, journeys }) => journeys.length > 0 && excuses({ ...exception, owners: ['*'] }, grant),
    );
    return exception.playedByAnother && !isPlayed
      ? [{ kind: 'exception for code that nobody played', exception, grant: first.grant }]
      : [];
  });
