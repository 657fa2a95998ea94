import type { Recorded } from '../../events/envelope.ts';
import type { HeardBy, Listener } from '../../events/subscriptions.ts';
import { catalogueShelf } from '../../functions/catalogue/projections/catalogue-shelf/project.ts';
import { comments } from '../../functions/comments/projections/comments/project.ts';
import { availability } from '../../functions/inventory/projections/availability/project.ts';
import { copyHistory } from '../../functions/inventory/projections/copy-history/project.ts';
import { holds } from '../../functions/lending/projections/holds/project.ts';
import { loanSheet } from '../../functions/lending/projections/loan-sheet/project.ts';
import { memberCard } from '../../functions/membership/projections/member-card/project.ts';
import { librarians } from '../../functions/notifications/projections/librarians/project.ts';
import type { EventStore } from '../../functions/platform/event-store/port.ts';
import { inTurn } from '../../functions/platform/in-turn.ts';
import { heard } from '../../functions/platform/listener/heard.ts';
import type { Apply } from '../../functions/platform/listener/listen.ts';
import type { Pace } from '../../functions/platform/pace.ts';
import {
  type RowProjection,
  type RowsProjection,
  rowPerStream,
  severalRows,
} from '../../functions/platform/projection.ts';
import { idOf, type ViewStore } from '../../functions/platform/view-store/port.ts';
import { ranking } from '../../functions/rankings/projections/ranking/project.ts';
import { volumesOf } from '../../functions/rankings/projections/ranking/volumes-of.ts';
import { records } from '../../functions/records/projections/records/project.ts';
import { searchIndex } from '../../functions/search/projections/search-index/project.ts';
import { categories } from '../../functions/shop/projections/categories/project.ts';
import { orderStatistics } from '../../functions/shop/projections/order-statistics/project.ts';
import { orders } from '../../functions/shop/projections/orders/project.ts';
import { products } from '../../functions/shop/projections/products/project.ts';
import { stockHistory } from '../../functions/shop/projections/stock-history/project.ts';

/** What a listener needs of the event store to fill a gap. */
export type Missing = Pick<EventStore, 'read'>;

/** A read model and how its listener applies an event, wired as its handler wires it. */
export interface ViewFeed {
  listener: Listener;
  applyTo(view: ViewStore, store: Missing, pace: Pace): Apply;
}

const row = <L extends Listener>(projection: RowProjection<L>): ViewFeed => ({
  listener: projection.listener,
  applyTo: (view, store, pace) => rowPerStream(projection, view, store, pace),
});

const rows = <L extends Listener>(
  projection: RowsProjection<L>,
  sharedBy: (event: Recorded<HeardBy<L>>) => readonly string[],
): ViewFeed => ({
  listener: projection.listener,
  applyTo(view, store, pace) {
    const apply = severalRows(projection, view, store, pace);
    const turns = inTurn();
    return async (event) => {
      const told = heard(projection.listener, event);
      if (told) await turns(sharedBy(told), () => apply(event));
    };
  },
});

/** Every read model there is. */
export const viewFeeds: readonly ViewFeed[] = [
  row(memberCard),
  row(availability),
  rows(copyHistory, ({ data }) => [data.volumeId]),
  row(loanSheet),
  rows(holds, ({ data }) => [data.volumeId]),
  row(records),
  rows(catalogueShelf, ({ data }) => [data.seriesId]),
  rows(searchIndex, (event) => searchIndex.keysOf(event).map(idOf)),
  rows(ranking, volumesOf),
  rows(comments, ({ data }) => [data.volumeId]),
  row(categories),
  rows(products, ({ data }) => [data.productId]),
  rows(stockHistory, ({ data }) => [data.productId]),
  row(librarians),
  row(orders),
  rows(orderStatistics, () => ['day']),
];
