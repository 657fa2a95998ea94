import { describe, expect, it } from 'vitest';
import { reducers } from '../../scripts/reducers.ts';

describe('a reducer whose states are kept as snapshots', () => {
  const all = reducers();

  it('is there', () => expect(all.map(({ file }) => file)).toContain('functions/lending/domain/shelf.ts'));

  it.each(all)('$file declares the hash of its source; after a change: node scripts/reducers.ts', ({
    declared,
    computed,
  }) => expect(declared).toBe(computed));
});
