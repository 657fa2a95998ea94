import type { Account, Compared } from './comparison.ts';

const MOST_NAMES = 4;

const sortedBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] =>
  items.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): [string, readonly T[]][] =>
  sortedBy([...Map.groupBy(items, keyOf)], ([key]) => key);

/** `main#loan#*` is the streams of loans; what is no key is shown by its values. */
const keyName = (condition: string): string =>
  condition.startsWith('{')
    ? [...condition.matchAll(/"([^"]+)":\[([^\]]*)\]/g)]
        .map(([, key, values]) => `${key} ${values?.replaceAll('"', '')}`)
        .join(', ')
    : condition.replace(/^main#(.+)#\*$/, '$1');

const actionNames = (accounts: readonly Account[]): string => {
  const names = [...new Set(accounts.map(({ grant }) => grant.action))].toSorted();
  return names.map((name, index) => (index === 0 ? name : name.replace(/^[^:]*:/, ''))).join(', ');
};

/** `dynamodb:PutItem, Query on table/events of loan, patron; …` */
const permissionsText = (accounts: readonly Account[]): string => {
  const places = grouped(
    accounts,
    ({ grant }) => `${grant.action.replace(/:.*/, '')} ${grant.resource} ${grant.condition}`,
  ).map(([, all]) => ({
    actions: actionNames(all),
    resource: all[0]?.grant.resource ?? '',
    key: keyName(all[0]?.grant.condition ?? ''),
  }));
  return grouped(places, ({ resource, actions }) => `${resource} ${actions}`)
    .map(([, all]) => {
      const keys = all.map(({ key }) => key).filter((key) => key !== '');
      return `${all[0]?.actions} on \`${all[0]?.resource}\`${keys.length > 0 ? ` of ${keys.join(', ')}` : ''}`;
    })
    .join('; ');
};

const journeysText = (accounts: readonly Account[]): string => {
  const names = [...new Set(accounts.flatMap(({ journeys }) => journeys))].toSorted();
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
};

const reasonOf = ({ aws, exception }: Account): string => aws ?? exception?.because ?? 'NOTHING';

/** The beginning of the row of a function, by which the report can be held against the templates. */
export const rowBegins = (owner: string, permissions: number): string => `| ${owner} | ${permissions} |`;

const rowOf = (owner: string, all: readonly Account[], reasons: readonly string[]): string => {
  const used = all.filter(({ journeys }) => journeys.length > 0);
  const kept = all.filter(({ journeys }) => journeys.length === 0);
  const why = grouped(kept, (account) => String(reasons.indexOf(reasonOf(account)) + 1).padStart(2)).map(([reason]) =>
    reason.trim(),
  );
  return `${rowBegins(owner, all.length)} ${permissionsText(used)} | ${journeysText(used)} | ${why.join(', ')} |`;
};

/** The report: what each function may do, who used it, and why the rest stays. */
export const reportOf = ({ accounts }: Compared): string => {
  const unplayed = accounts.filter(({ journeys }) => journeys.length === 0);
  const reasons = grouped(unplayed, reasonOf);
  const names = reasons.map(([reason]) => reason);
  return [
    '# Permissions',
    '',
    'What each role is granted and which journeys used it, at the last whole run on topics; written by `node scripts/permissions.ts`.',
    'The run of all journeys fails when a permission is neither used nor excepted, when a call is refused that no test meant to be,',
    'and when an exception is not needed (`tests/permissions`, decision 33).',
    '',
    `${accounts.length} permissions, ${accounts.length - unplayed.length} used by functions in journeys, ${unplayed.length} for these reasons:`,
    '',
    '| | why it stays | permissions |',
    '|---|---|---|',
    ...reasons.map(([reason, all], index) => `| ${index + 1} | ${reason} | ${all.length} |`),
    '',
    '| who | permissions | used | by the journeys | kept for |',
    '|---|---|---|---|---|',
    ...grouped(accounts, ({ grant }) => grant.owner).map(([owner, all]) => rowOf(owner, all, names)),
    '',
  ].join('\n');
};
