import { validate, version } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { NoticeKind } from '../../events/accounts/notice-kind.ts';
import { notificationIdOf } from './notification-id.ts';

const idOf = (id: string, occurredAt = '2026-05-01T00:00:00.000Z', kind: NoticeKind = 'borrowed') =>
  notificationIdOf(
    { id, metadata: { correlationId: 'c', causationId: 'c', actor: { kind: 'anyone', id: 'x' }, occurredAt } },
    kind,
  );

describe('the id of a notification', () => {
  it('is a UUIDv7, the same for the same event and kind', () => {
    expect(idOf('e.0')).toBe(idOf('e.0'));
    expect([validate(idOf('e.0')), version(idOf('e.0'))]).toEqual([true, 7]);
  });

  it('differs between events of one moment and between kinds', () => {
    const ids = [idOf('e.0'), idOf('e.1'), idOf('f.0'), idOf('e.0', undefined, 'returned')];
    expect(new Set(ids).size).toBe(4);
  });

  it('grows with the time of the event', () => {
    const [early, late] = ['2026-05-01T00:00:00.000Z', '2026-05-01T00:00:00.001Z'];
    for (let number = 0; number < 50; number++) expect(idOf(`a${number}`, early) < idOf(`b${number}`, late)).toBe(true);
  });
});
