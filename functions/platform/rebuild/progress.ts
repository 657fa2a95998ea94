import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Recorded } from '../../../events/envelope.ts';
import { telemetry } from '../telemetry.ts';

/** An event that a listener brought into its view, lately. */
const Progress = z.object({
  position: z.object({ stream: z.string(), version: z.number().int() }),
  /** ISO 8601 UTC, process time. */
  lastAppliedAt: z.string(),
});
export type Progress = z.infer<typeof Progress>;

/** An instance notes at most one event in this time: who looks at it wants to know whether a view moves, not each step. */
const NOTED_EVERY_MS = 2_000;

/** Progress lies beside the states, under keys that no view has. */
const keyOf = (view: string) => ({ pk: `@progress#${view}` });

/** What was last noted of a view; undefined when nothing ever was. */
export const progressIn = async (
  client: DynamoDBDocumentClient,
  table: string,
  view: string,
): Promise<Progress | undefined> => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(view) }));
  return Item && Progress.parse(Item);
};

/** A listener that notes, now and then, what it applied last. */
export const notingProgress = (
  client: DynamoDBDocumentClient,
  table: string,
  view: string,
  apply: (event: Recorded) => Promise<void>,
): ((event: Recorded) => Promise<void>) => {
  let notedAt = Number.NEGATIVE_INFINITY;
  return async (event) => {
    await apply(event);
    if (Date.now() - notedAt < NOTED_EVERY_MS) return;
    notedAt = Date.now();
    const { stream, version } = event;
    const progress: Progress = { position: { stream, version }, lastAppliedAt: new Date().toISOString() };
    // The event is applied; that nobody is told how far the view is must not bring it again.
    await client
      .send(new PutCommand({ TableName: table, Item: { ...keyOf(view), ...progress } }))
      .catch((error: unknown) =>
        telemetry.warn('the progress of a view was not noted', { view, error: String(error) }),
      );
  };
};
