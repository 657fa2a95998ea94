import { describe, expect, it } from 'vitest';
import { consistencyMemory } from './consistency.ts';

describe('reading what one has just written', () => {
  it('sends the token of the write with the reads it concerns, and with no others', () => {
    const memory = consistencyMemory();
    memory.expect('token', ['/api/me/records']);
    expect(memory.tokenFor('/api/me/records?limit=20')).toBe('token');
    expect(memory.tokenFor('/api/me/notifications')).toBeUndefined();
  });

  it('sends it until one read has seen the write', () => {
    const memory = consistencyMemory();
    memory.expect('token', ['/api/me/records', '/api/volumes/a/availability']);
    memory.seen('token', '/api/me/records');
    expect(memory.tokenFor('/api/me/records')).toBeUndefined();
    expect(memory.tokenFor('/api/volumes/a/availability')).toBe('token');
  });

  it('prefers the newest write', () => {
    const memory = consistencyMemory();
    memory.expect('old', ['/api/me']);
    memory.expect('new', ['/api/me/records']);
    expect(memory.tokenFor('/api/me/records')).toBe('new');
  });

  it('gives up waiting for a read model that does not catch up', () => {
    let now = 0;
    const memory = consistencyMemory(() => now);
    memory.expect('token', ['/api/me/records']);
    now = 10_001;
    expect(memory.tokenFor('/api/me/records')).toBeUndefined();
  });
});
