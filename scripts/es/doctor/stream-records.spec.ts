import { describe, expect, it } from 'vitest';
import { batchesOf, insertRecordOf } from './stream-records.ts';

const image = (id: string, more = {}) => ({ pk: { S: `main#loan#${id}` }, sk: { N: '1' }, ...more });
const recordOf = (id: string, more = {}) => insertRecordOf(image(id, more), 'eu-west-1', new Date(1_000));
const idsIn = (batch: string) =>
  JSON.parse(batch).Records.map(({ dynamodb }: ReturnType<typeof recordOf>) => dynamodb.Keys.pk?.S?.split('#')[2]);

describe('a commit that is given to the relay again', () => {
  it('looks as it looked on the stream, bytes as base64', () =>
    expect(recordOf('a', { z: { B: new Uint8Array([1, 2, 255]) }, v: { N: '2' } })).toMatchObject({
      eventName: 'INSERT',
      awsRegion: 'eu-west-1',
      dynamodb: {
        ApproximateCreationDateTime: 1,
        Keys: { pk: { S: 'main#loan#a' }, sk: { N: '1' } },
        NewImage: { pk: { S: 'main#loan#a' }, sk: { N: '1' }, z: { B: 'AQL/' }, v: { N: '2' } },
      },
    }));

  it('has a sequence number of its own, by which the relay can give it back', () => {
    const numbers = ['a', 'b'].map((id) => recordOf(id).dynamodb.SequenceNumber);
    expect(new Set(numbers).size).toBe(2);
  });
});

describe('batches', () => {
  const records = ['a', 'b', 'c', 'd', 'e'].map((id) => recordOf(id));
  const size = JSON.stringify(records[0]).length;

  it('keep the order, and hold no more records than the relay takes', () =>
    expect(batchesOf(records, { mostRecords: 2 }).map(idsIn)).toEqual([['a', 'b'], ['c', 'd'], ['e']]));

  it('hold no more bytes than a call takes; a record that is larger goes alone', () => {
    const large = recordOf('x', { e: { S: 'x'.repeat(3 * size) } });
    const all = [...records.slice(0, 2), large, ...records.slice(2)];
    expect(batchesOf(all, { mostBytes: 2 * size }).map(idsIn)).toEqual([['a', 'b'], ['x'], ['c', 'd'], ['e']]);
  });

  it('are none for nothing', () => expect(batchesOf([])).toEqual([]));
});
