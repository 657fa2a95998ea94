import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { everywhere, readOptions } from './options.ts';
import { printJson, printRow } from './output.ts';
import { type Target, withTarget } from './target.ts';

const shape = { ...everywhere, from: z.string() };

/** A line of `dump --raw`; compressed events are base64 there and bytes in the table. */
const Line = z.looseObject({ pk: z.string(), sk: z.number().int().positive(), z: z.base64().optional() });
const itemOf = ({ z: compressed, ...item }: z.infer<typeof Line>) => ({
  ...item,
  ...(compressed !== undefined && { z: new Uint8Array(Buffer.from(compressed, 'base64')) }),
});

type Outcome = 'restored' | 'present' | 'different';

const isRefused = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** Puts a commit back where there is none; what is there is never touched. */
const putBack = async (
  { documents, name }: Target,
  item: Readonly<Record<string, unknown>> & { pk: string; sk: number },
): Promise<Outcome> => {
  const TableName = name('events');
  try {
    const ConditionExpression = 'attribute_not_exists(pk)';
    await documents.send(new PutCommand({ TableName, Item: item, ConditionExpression }));
    return 'restored';
  } catch (error) {
    if (!isRefused(error)) throw error;
    const Key = { pk: item.pk, sk: item.sk };
    const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return isDeepStrictEqual(Item, item) ? 'present' : 'different';
  }
};

/**
 * Puts back the commits of a `dump --raw` that the table lacks; 1 when one is there that says something else. The relay
 * publishes what comes back, and listeners drop what they have seen.
 */
export const restore = async (args: readonly string[]): Promise<number> => {
  const { from, json, ...where } = readOptions(args, shape);
  const counts: Record<Outcome, number> = { restored: 0, present: 0, different: 0 };
  await withTarget(where, async (target) => {
    for await (const line of createInterface({ input: createReadStream(from) })) {
      const item = itemOf(Line.parse(JSON.parse(line)));
      const outcome = await putBack(target, item);
      counts[outcome]++;
      if (outcome === 'different' && !json) await printRow(['different', 12], `${item.pk} ${item.sk}`);
    }
  });
  if (json) await printJson(counts);
  else await printRow(`${counts.restored} restored, ${counts.present} present, ${counts.different} different`);
  return counts.different === 0 ? 0 : 1;
};
