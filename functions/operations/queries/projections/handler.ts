import type { Listener } from '../../../../events/subscriptions.ts';
import { documents } from '../../../platform/aws-clients.ts';
import { dynamoDeadLetterBox } from '../../../platform/dead-letters/dynamodb.ts';
import { setting } from '../../../platform/environment.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { progressIn } from '../../../platform/rebuild/progress.ts';
import { telemetry } from '../../../platform/telemetry.ts';
import { viewStates } from '../../../platform/wire.ts';
import { backlogHere } from '../../backlog/wire.ts';
import { projections } from '../../projections-wire.ts';
import { shownProjection } from '../../shown-projection.ts';
import { projectionsEndpoint } from './endpoint.ts';

const backlog = backlogHere();
const box = dynamoDeadLetterBox(documents, setting('DEAD_LETTERS_TABLE'));
const MOST_LETTERS = 100;

/** A backbone that is away leaves one number unknown, and the others are all the more needed. */
const backlogOf = async (listener: Listener): Promise<number | undefined> => {
  try {
    return await backlog.of(listener);
  } catch (error) {
    telemetry.warn('the backlog of a listener is not known', { listener, error: String(error) });
    return undefined;
  }
};

const factsOf = async (name: string, listener: Listener) => {
  const [state, waiting, progress, { letters }] = await Promise.all([
    viewStates.of(name),
    backlogOf(listener),
    progressIn(documents, setting('PROJECTIONS_TABLE'), name),
    box.list({ consumer: listener, limit: MOST_LETTERS }),
  ]);
  return { state, backlog: waiting, progress, letters };
};

export const handler = httpQuery({
  ...projectionsEndpoint,
  read: async () => ({
    items: await Promise.all(
      [...projections].map(async ([name, listener]) => shownProjection(name, await factsOf(name, listener))),
    ),
    nextCursor: null,
  }),
});
