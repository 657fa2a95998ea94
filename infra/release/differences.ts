import { createHash } from 'node:crypto';
import { grantsIn } from './grants.ts';
import { type Stateful, statefulIn, type Templates } from './stateful.ts';

/** What is kept of a release: enough to see what the next one would replace or loosen. */
export interface Release {
  stateful: Readonly<Record<string, Stateful>>;
  /** By role: what it is denied in words, what it is allowed as fingerprints of the words. */
  roles: Readonly<Record<string, { denied: readonly string[]; allowed: readonly string[] }>>;
}
/** What the next release would be. */
export interface Candidate {
  stateful: Release['stateful'];
  grants: Readonly<Record<string, readonly string[]>>;
}

/** Something that needs somebody who meant it. */
export interface Difference {
  kind: 'replaces' | 'removes' | 'unguards' | 'loosens';
  /** The resource, by stack and logical id. */
  at: string;
  detail: string;
}

export const candidateOf = (templates: Templates): Candidate => ({
  stateful: statefulIn(templates),
  grants: grantsIn(templates),
});

const isDenial = (line: string): boolean => line.startsWith('Deny');
/** Enough to tell grants of one role apart, and a tenth of what they are in words. */
const fingerprint = (line: string): string => createHash('sha256').update(line).digest('base64url').slice(0, 10);

export const releaseOf = ({ stateful, grants }: Candidate): Release => ({
  stateful,
  roles: Object.fromEntries(
    Object.entries(grants).map(([role, lines]) => [
      role,
      { denied: lines.filter(isDenial), allowed: lines.filter((line) => !isDenial(line)).map(fingerprint) },
    ]),
  ),
});

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
const changed = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !same(before[name], after[name]));

/** What guarded and does so no longer, or otherwise. A guard that is added harms nobody. */
const lostGuards = (before: Stateful, after: Stateful): string[] =>
  changed(before.guards, after.guards).filter((name) => before.guards[name] !== undefined);

const ofStateful = (at: string, before: Stateful, after: Stateful | undefined): Difference[] => {
  if (!after) return [{ kind: 'removes', at, detail: before.type }];
  return [
    ...changed(before.fixed, after.fixed).map((detail) => ({ kind: 'replaces' as const, at, detail })),
    ...lostGuards(before, after).map((detail) => ({ kind: 'unguards' as const, at, detail })),
  ];
};

const ofGrants = (
  at: string,
  { denied, allowed }: { denied: readonly string[]; allowed: readonly string[] },
  after: readonly string[],
): Difference[] => [
  ...after
    .filter((line) => !isDenial(line) && !allowed.includes(fingerprint(line)))
    .map((detail) => ({ kind: 'loosens' as const, at, detail })),
  ...(after.length === 0 ? [] : denied)
    .filter((line) => !after.includes(line))
    .map((line) => ({ kind: 'loosens' as const, at, detail: `no longer: ${line}` })),
];

/**
 * What a deployment of `next` over `last` would replace, remove, unguard or loosen. New resources and new roles are none of
 * these: nobody relies on them yet.
 */
export const differences = (last: Release, next: Candidate): readonly Difference[] => [
  ...Object.entries(last.stateful).flatMap(([at, before]) => ofStateful(at, before, next.stateful[at])),
  ...Object.entries(last.roles).flatMap(([at, before]) => ofGrants(at, before, next.grants[at] ?? [])),
];
