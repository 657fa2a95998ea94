import { contractOf } from '../../events/catalog.ts';
import { type Listener, subscriptions } from '../../events/subscriptions.ts';
import { documents } from './aws-clients.ts';
import { setting } from './environment.ts';
import { s3Blobs } from './event-store/blobs/s3.ts';
import { closedVault } from './event-store/vault/closed.ts';
import { lambda } from './lambda.ts';
import { lambdaApi } from './lambda-api.ts';
import { processPace } from './pace.ts';
import type { RowProjection, RowsProjection } from './projection.ts';
import { compareLive } from './rebuild/compare-live.ts';
import { dynamoHistory } from './rebuild/history-dynamodb.ts';
import { maintain } from './rebuild/maintain.ts';
import { type Compared, MaintenanceOrder } from './rebuild/maintenance-order.ts';
import { rebuildable } from './rebuild/rebuildable.ts';
import { dynamoViewTable } from './view-store/dynamodb-table.ts';
import { eventStore, viewStates, viewTableName } from './wire.ts';

/** Left for writing what is in memory, and for handing over to the next invocation. */
const RESERVE_MS = 60_000;

/** The Lambda that rebuilds and compares a view. Its stack says `rebuildable()`. */
export const maintenance = <L extends Listener>(projection: RowProjection<L> | RowsProjection<L>, view: string) => {
  const workshop = {
    view,
    states: viewStates,
    projection: rebuildable(projection),
    table: dynamoViewTable(documents, viewTableName(view)),
    history: historyOf(projection.listener),
    now: Date.now,
    pause: processPace.pause,
  };
  return lambda<unknown, Compared | undefined>(async (payload, context) => {
    const order = MaintenanceOrder.parse(payload);
    if (order.order === 'compare') return compareLive(workshop, timer(order.seconds * 1_000));
    const result = await maintain(workshop, timer(context.getRemainingTimeInMillis() - RESERVE_MS));
    if (result === 'time-is-up') await lambdaApi().start(context.functionName, order);
  });
};

const historyOf = (listener: Listener) => {
  const categories = new Set(subscriptions[listener].flatMap((type) => contractOf(type)?.category ?? []));
  const keeping = { vault: closedVault, blobs: s3Blobs(setting('COMMITS_BUCKET')) };
  return dynamoHistory({ client: documents, table: setting('EVENTS_TABLE'), store: eventStore, keeping }, [
    ...categories,
  ]);
};

const timer = (milliseconds: number): (() => boolean) => {
  const until = performance.now() + milliseconds;
  return () => performance.now() > until;
};
