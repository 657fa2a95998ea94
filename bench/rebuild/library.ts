import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { v7 as uuid } from 'uuid';
import type { Listener } from '../../events/subscriptions.ts';
import type { Category } from '../../events/topics.ts';
import { dynamoEventStore } from '../../functions/platform/event-store/dynamodb.ts';
import { processPace } from '../../functions/platform/pace.ts';
import type { RowProjection } from '../../functions/platform/projection.ts';
import { following } from '../../functions/platform/rebuild/following.ts';
import { dynamoHistory } from '../../functions/platform/rebuild/history-dynamodb.ts';
import { liveView } from '../../functions/platform/rebuild/live-view.ts';
import { maintain } from '../../functions/platform/rebuild/maintain.ts';
import { orderRebuild } from '../../functions/platform/rebuild/ordering.ts';
import { pointers } from '../../functions/platform/rebuild/pointers.ts';
import { applierOf, rebuildable } from '../../functions/platform/rebuild/rebuildable.ts';
import type { Phase } from '../../functions/platform/rebuild/state.ts';
import type { ProjectionStates } from '../../functions/platform/rebuild/states.ts';
import { dynamoStates } from '../../functions/platform/rebuild/states-dynamodb.ts';
import { dynamoViewTable } from '../../functions/platform/view-store/dynamodb-table.ts';
import { rememberingViewStore } from '../../functions/platform/view-store/remembering.ts';
import { keeping } from './event-table.ts';

interface Names {
  events: string;
  view: string;
  category: Category;
}

/** One view with its listener, its readers and its maintainer, made of the parts that functions are made of. */
export const benchLibrary = <L extends Listener>(
  documents: DynamoDBDocumentClient,
  projection: RowProjection<L>,
  { events, view, category }: Names,
) => {
  const store = dynamoEventStore(documents, { events, claims: 'claims' }, keeping);
  const table = dynamoViewTable(documents, { table: view, partitions: ['openState'] });
  const reached = new Map<Phase, Moment>();
  const states = noting(dynamoStates(documents, 'projections'), reached);
  const kind = rebuildable(projection);
  const workshop = {
    view,
    states,
    projection: kind,
    table,
    history: dynamoHistory({ client: documents, table: events, store, keeping }, [category]),
    now: Date.now,
    pause: processPace.pause,
  };
  const order = orderRebuild({ states, start: async () => {}, newRebuildId: uuid, now: () => new Date() });
  return {
    store,
    states,
    /** When each phase began. */
    reached,
    listener: following({
      view,
      pointers: pointers(states),
      generation: (number) => rememberingViewStore(table.generation(number)),
      applyTo: (rows) => applierOf(kind, rows, store),
    }),
    reader: liveView(view, pointers(states), (number) => table.generation(number)),
    async rebuild(): Promise<void> {
      reached.clear();
      await order(view);
      await maintain(workshop, () => false);
    },
  };
};

/** Process time, and the processor time this process has used, both in milliseconds. */
interface Moment {
  at: number;
  used: number;
}

const momentNow = (): Moment => {
  const { user, system } = process.cpuUsage();
  return { at: performance.now(), used: (user + system) / 1000 };
};

const noting = (states: ProjectionStates, reached: Map<Phase, Moment>): ProjectionStates => ({
  of: (view) => states.of(view),
  async replace(view, state) {
    const isReplaced = await states.replace(view, state);
    const phase = state.rebuild?.phase;
    if (isReplaced && phase && !reached.has(phase)) reached.set(phase, momentNow());
    return isReplaced;
  },
});
