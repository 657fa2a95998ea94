import { describe, expect, it } from 'vitest';
import { tryKeys } from './idempotency.ts';

const counted = () => {
  let count = 0;
  return tryKeys(() => `key-${++count}`);
};

describe('the key of a try', () => {
  it('stays the same while nobody has answered, or the library is busy or broken', () => {
    const keys = counted();
    const first = keys.keyFor({ volumeId: 'a' });
    keys.answered({ kind: 'unreachable' });
    expect(keys.keyFor({ volumeId: 'a' })).toBe(first);
    keys.answered({ kind: 'problem', problem: { status: 503, code: 'busy' } });
    expect(keys.keyFor({ volumeId: 'a' })).toBe(first);
    keys.answered({ kind: 'unreadable' });
    expect(keys.keyFor({ volumeId: 'a' })).toBe(first);
    keys.answered({ kind: 'problem', problem: { status: 409, code: 'idempotency-key-in-use' } });
    expect(keys.keyFor({ volumeId: 'a' })).toBe(first);
  });

  it('is a new one after success', () => {
    const keys = counted();
    const first = keys.keyFor('a');
    keys.answered();
    expect(keys.keyFor('a')).not.toBe(first);
  });

  it('is a new one after a refusal', () => {
    const keys = counted();
    const first = keys.keyFor('a');
    keys.answered({ kind: 'problem', problem: { status: 409, code: 'no-copy-available' } });
    expect(keys.keyFor('a')).not.toBe(first);
  });

  it('is a new one for another input', () => {
    const keys = counted();
    expect(keys.keyFor({ volumeId: 'a' })).not.toBe(keys.keyFor({ volumeId: 'b' }));
  });
});
