import { liveView } from '../../../functions/platform/rebuild/live-view.ts';
import { pointers } from '../../../functions/platform/rebuild/pointers.ts';
import { dynamoStates } from '../../../functions/platform/rebuild/states-dynamodb.ts';
import { dynamoViewStore } from '../../../functions/platform/view-store/dynamodb.ts';
import type { ViewStore } from '../../../functions/platform/view-store/port.ts';
import { type ViewName, views } from '../../../infra/views.ts';
import type { Target } from '../target.ts';

/** A view as its readers see it now, whichever generation is live. */
export type SeenView = Pick<ViewStore, 'get' | 'position'>;

export const viewsIn = ({ documents, name }: Target) => {
  const states = pointers(dynamoStates(documents, name('projections')));
  return (view: ViewName): SeenView => {
    const at = { table: name(`view-${view}`), partitions: views[view].map(({ partition }) => partition) };
    return liveView(view, states, (generation) => dynamoViewStore(documents, at, generation));
  };
};
