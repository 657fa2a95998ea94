import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Snapshots } from './port.ts';

/** Every keeper of snapshots signs this. */
export const snapshotsContract = (adapter: string, open: () => Promise<Snapshots>): void => {
  describe(`${adapter} keep the snapshots contract`, () => {
    const place = { version: 7, commit: 'c', begins: 6 };
    const state = { copies: new Map([['c1', 'on-loan']]), seen: new Set([1]), from: null };

    it('give back a state with its maps, and its place', async () => {
      const snapshots = await open();
      const stream = `main#shelf#${uuid()}`;
      await snapshots.keep(stream, 'r1', { state, place });
      expect(await snapshots.find(stream, 'r1')).toEqual({ state, place });
    });

    it('keep the last one only, by stream and by reducer', async () => {
      const snapshots = await open();
      const stream = `main#shelf#${uuid()}`;
      await snapshots.keep(stream, 'r1', { state: 1, place });
      await snapshots.keep(stream, 'r1', { state: 2, place: { ...place, version: 9 } });
      expect(await snapshots.find(stream, 'r1')).toEqual({ state: 2, place: { ...place, version: 9 } });
      expect(await snapshots.find(stream, 'r2')).toBeUndefined();
      expect(await snapshots.find(`${stream}x`, 'r1')).toBeUndefined();
    });
  });
};
