import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { categories } from '../../events/topics.ts';
import { programFor } from '../support/program.ts';
import { withSystem } from '../support/system.ts';

const kcat = programFor('the kcat suite', 'kcat');
const run = promisify(execFile);

interface Told {
  key: string;
  headers: Readonly<Record<string, string>>;
  value: unknown;
}

describe.skipIf(kcat === undefined)('kcat', () => {
  const system = withSystem();
  const broker = () => system().running.kafka.brokers[0] ?? '';
  const ask = async (...args: string[]) =>
    (await run(kcat ?? '', ['-b', broker(), ...args], { maxBuffer: 64 * 1024 * 1024 })).stdout;

  const read = async (topic: string): Promise<Told[]> => {
    const output = await ask('-C', '-t', topic, '-e', '-q', '-o', 'beginning', '-f', '%k\\t%h\\t%s\\n');
    return output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [key = '', headers = '', value = ''] = line.split('\t');
        const pairs = headers.split(/,(?=[a-z_-]+=)/).map((pair) => pair.split(/=(.*)/s).slice(0, 2));
        return { key, headers: Object.fromEntries(pairs), value: JSON.parse(value) };
      });
  };

  it('lists the topics and reads the same events, in order per key, as the event table holds', async () => {
    const { library, running } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 2);
    const aki = await library.register();
    await library.settled();
    for (let round = 0; round < 3; round++) {
      const { body } = await library.borrow(aki, volumeId);
      await library.call(`POST /api/loans/${body.loanId}/return`, aki);
    }
    await library.settled();

    const documents = DynamoDBDocumentClient.from(
      new DynamoDBClient({
        endpoint: running.endpoint,
        region: 'ap-northeast-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      }),
    );
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: running.tables.events }));
    const stored = Items.flatMap(({ pk, sk, e, m }) =>
      (JSON.parse(e) as { id: string; type: string; data: unknown }[]).map((event, index) => ({
        ...event,
        stream: pk as string,
        version: sk + index,
        metadata: m,
      })),
    ).toSorted((a, b) => a.version - b.version);
    expect(stored.length).toBeGreaterThan(20);

    const listing = await ask('-L');
    for (const category of new Set(stored.map(({ stream }) => stream.split('#')[1])))
      expect(listing).toContain(`topic "bunko.${category}"`);

    const told = (
      await Promise.all(
        categories.map((category) => (listing.includes(`"bunko.${category}"`) ? read(`bunko.${category}`) : [])),
      )
    ).flat();
    const inTable = Map.groupBy(stored, ({ stream }) => stream);
    const onTopics = Map.groupBy(told, ({ key }) => key);
    expect([...onTopics.keys()].toSorted()).toEqual([...inTable.keys()].toSorted());
    for (const [stream, events] of inTable)
      expect(onTopics.get(stream)).toMatchObject(
        events.map(({ id, type, version, data, metadata }) => ({
          key: stream,
          value: data,
          headers: {
            ce_id: id,
            ce_type: type,
            ce_specversion: '1.0',
            ce_subject: stream,
            ce_streamversion: String(version),
            ce_previousversion: String(version - 1),
            ce_correlationid: metadata.correlationId,
            ce_causationid: metadata.causationId,
            // An operator's script is not traced; whatever began with a request is.
            ...(metadata.actor.kind !== 'operator' && {
              traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/),
            }),
          },
        })),
      );
  });
});
