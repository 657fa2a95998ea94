import { rmSync } from 'node:fs';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { describe, expect, it } from 'vitest';
import { openState } from '../../local/state.ts';
import { backbones } from '../support/backbones.ts';
import { es } from '../support/es-command.ts';
import type { Library, Member } from '../support/library.ts';
import { type System, startSystem } from '../support/system.ts';

const settings = ({ running }: System) => ({
  endpoint: running.endpoint,
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

/** The number of the last record on the event table's stream. */
const endOfStream = async (system: System): Promise<string> => {
  const tables = new DynamoDBClient(settings(system));
  const streams = new DynamoDBStreamsClient(settings(system));
  const { Table } = await tables.send(new DescribeTableCommand({ TableName: system.running.tables.events }));
  const StreamArn = Table?.LatestStreamArn ?? '';
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId ?? '';
  let { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  let last = '';
  for (;;) {
    const page = await streams.send(new GetRecordsCommand({ ShardIterator }));
    const number = page.Records?.at(-1)?.dynamodb?.SequenceNumber;
    if (number === undefined) return last;
    last = number;
    ShardIterator = page.NextShardIterator;
  }
};

/** What a relay outage longer than 24 hours does: the stream goes on behind what nobody has read. */
const forgetUpTo = (dataDir: string, sequenceNumber: string): void => {
  const state = openState(dataDir);
  const { changes } = state.prepare('UPDATE stream_checkpoints SET sequence_number = ?').run(sequenceNumber);
  state.close();
  expect(changes).toBe(1);
};

const relayFails = { at: 'function', kind: 'error', target: 'bunko-local-relay' };

/** A new member, a new volume of 100 copies (a large commit), a loan and its return, of which nobody hears. */
const liveUnheard = async (library: Library, before: { member: Member; volumeId: string }) => {
  expect((await library.call('POST /_local/faults', { body: { seed: 1, rules: [relayFails] } })).status).toBe(200);
  const newcomer = await library.register('Newcomer');
  const volume = await library.newVolume(await library.signIn('librarian'), 100);
  const { loanId } = (await library.borrow(before.member, before.volumeId)).body;
  expect((await library.call(`POST /api/loans/${loanId}/return`, before.member)).status).toBe(200);
  return { newcomer, volumeId: volume.volumeId, loanId: String(loanId) };
};

const mailsOf = async (library: Library, member: Member) =>
  (await library.mailsTo(member)).map(({ kind }) => kind).toSorted();

describe.each(backbones)('doctor (backbone %s)', (backbone) => {
  it('finds what the stream has forgotten, and brings it to its listeners once', async () => {
    let system = await startSystem({ backbone });
    try {
      const librarian = await system.library.signIn('librarian');
      const known = await system.library.newVolume(librarian, 2);
      const member = await system.library.register('Aki');
      await system.library.settled();
      const doctor = (...args: string[]) => es('doctor', '--json', '--url', system.running.url, ...args);
      const healthy = await doctor();
      expect([healthy.status, healthy.json().at(-1)]).toMatchObject([0, { missing: 0 }]);

      const unheard = await liveUnheard(system.library, { member, volumeId: known.volumeId });
      const end = await endOfStream(system);
      await system.running.stop();
      forgetUpTo(system.dataDir, end);
      system = await startSystem({ backbone, dataDir: system.dataDir });
      await system.library.settled();
      expect(await mailsOf(system.library, member)).toEqual(['welcome']);
      expect((await system.library.call('GET /api/me/records', member)).body.items).toEqual([]);

      const found = await doctor();
      expect(found.status).toBe(1);
      const missing = found.json().filter(({ verdict }) => verdict === 'missing');
      expect(missing.map(({ stream }) => stream)).toEqual(
        expect.arrayContaining([
          `main#account#${unheard.newcomer.id}`,
          `main#volume#${unheard.volumeId}`,
          `main#loan#${unheard.loanId}`,
          `main#shelf#${known.volumeId}`,
        ]),
      );
      expect(missing.map(({ stream }) => stream)).not.toContain(`main#account#${member.id}`);

      const repaired = await doctor('--repair');
      expect(repaired.json().at(-1)).toMatchObject({ missing: 0, relayedAgain: missing.length, calls: 1 });
      expect(repaired.status).toBe(0);
      await system.library.settled();
      const { library } = system;
      expect(await mailsOf(library, member)).toEqual(['borrowed', 'returned', 'welcome']);
      expect(await mailsOf(library, unheard.newcomer)).toEqual(['welcome']);
      expect((await library.call('GET /api/me/records', member)).body.items).toMatchObject([
        { loanId: unheard.loanId, returnedOn: expect.any(String) },
      ]);
      expect((await library.call('GET /api/me/card', unheard.newcomer)).status).toBe(200);
      const shelfOf = async (volumeId: string) =>
        (await library.call(`GET /api/volumes/${volumeId}/availability`)).body;
      expect(await shelfOf(unheard.volumeId)).toMatchObject({ copies: 100, available: 100 });
      expect(await shelfOf(known.volumeId)).toMatchObject({ copies: 2, available: 2, onLoan: 0 });
      const { items } = (await library.call('GET /api/rankings/volumes?period=all-time')).body;
      expect(items).toMatchObject([{ volumeId: known.volumeId, borrowCount: 1 }]);

      const again = await doctor('--repair');
      expect([again.status, again.json().at(-1)]).toMatchObject([0, { missing: 0, relayedAgain: 0 }]);
    } finally {
      await system.running.stop();
      rmSync(system.dataDir, { recursive: true, force: true });
    }
  }, 240_000);
});
