import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Target } from './target.ts';

/** An item as it lies in the event table, whatever it is. */
export type RawItem = Readonly<Record<string, unknown>>;
/** `segment` tells which part of the table it came from: the items of one stream are all in one, in order. */
type Visit = (item: RawItem, segment: number) => Promise<void> | void;

export interface Slice {
  stream?: string | undefined;
  category?: string | undefined;
}

const SEGMENTS = 4;

const scanSegment = async ({ documents, name }: Target, segment: number, visit: Visit): Promise<void> => {
  const input = { TableName: name('events'), ConsistentRead: true, Segment: segment, TotalSegments: SEGMENTS };
  for await (const { Items = [] } of paginateScan({ client: documents }, input))
    for (const item of Items) await visit(item, segment);
};

const queryStream = async ({ documents, name }: Target, stream: string, visit: Visit): Promise<void> => {
  const input = {
    TableName: name('events'),
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :stream',
    ExpressionAttributeValues: { ':stream': stream },
  };
  for await (const { Items = [] } of paginateQuery({ client: documents }, input))
    for (const item of Items) await visit(item, 0);
};

const isOf = (category: string | undefined, { pk }: RawItem) =>
  category === undefined || String(pk).split('#')[1] === category;

/** Every item of a stream, of a category, or of the whole table, by consistent reads; a table in parallel segments. */
export const eachItem = async (target: Target, { stream, category }: Slice, visit: Visit): Promise<void> => {
  if (stream !== undefined) return queryStream(target, stream, visit);
  const visitWanted: Visit = (item, segment) => (isOf(category, item) ? visit(item, segment) : undefined);
  await Promise.all(Array.from({ length: SEGMENTS }, (_, segment) => scanSegment(target, segment, visitWanted)));
};
