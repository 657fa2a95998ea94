import type { CommitItem } from '../../functions/platform/event-store/commit-item.ts';
import { damageAt, type Finding } from './finding.ts';

/** A reaction's commit has the time of the event it reacts to: a stream may go back by as much as its listener lagged. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Follows streams whose commits come one after the other, each from its beginning; says where a version is not the next. */
export const followStreams = () => {
  let last: CommitItem | undefined;
  return (commit: CommitItem): readonly Finding[] => {
    const before = last?.pk === commit.pk ? last : undefined;
    last = commit;
    const { pk, sk } = commit;
    const due = (before?.v ?? 0) + 1;
    const late = before ? Date.parse(before.m.occurredAt) - Date.parse(commit.m.occurredAt) : 0;
    const damage = damageAt(pk, sk);
    return [
      ...(sk > due ? [damage('version-gap', `version ${due} should come, ${sk} is there`)] : []),
      ...(sk < due ? [damage('version-twice', `version ${due} should come, ${sk} is there again`)] : []),
      ...(late > CLOCK_TOLERANCE_MS
        ? [{ ...damage('clock-went-back', `${late / 1000} s before the commit before it`), level: 'note' as const }]
        : []),
    ];
  };
};
