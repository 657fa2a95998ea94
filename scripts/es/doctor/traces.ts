import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Recorded } from '../../../events/envelope.ts';
import { streamName } from '../../../events/stream-name.ts';
import type { Listener } from '../../../events/subscriptions.ts';
import { catalogueShelf } from '../../../functions/catalogue/projections/catalogue-shelf/project.ts';
import { comments } from '../../../functions/comments/projections/comments/project.ts';
import { availability } from '../../../functions/inventory/projections/availability/project.ts';
import { copyHistory } from '../../../functions/inventory/projections/copy-history/project.ts';
import { holds } from '../../../functions/lending/projections/holds/project.ts';
import { loanSheet } from '../../../functions/lending/projections/loan-sheet/project.ts';
import { memberCard } from '../../../functions/membership/projections/member-card/project.ts';
import { dynamoInbox } from '../../../functions/notifications/inbox/dynamodb.ts';
import { librarians } from '../../../functions/notifications/projections/librarians/project.ts';
import { heard } from '../../../functions/platform/listener/heard.ts';
import type { RowProjection, RowsProjection } from '../../../functions/platform/projection.ts';
import { ranking } from '../../../functions/rankings/projections/ranking/project.ts';
import { records } from '../../../functions/records/projections/records/project.ts';
import { searchIndex } from '../../../functions/search/projections/search-index/project.ts';
import { categories } from '../../../functions/shop/projections/categories/project.ts';
import { orderStatistics } from '../../../functions/shop/projections/order-statistics/project.ts';
import { orders } from '../../../functions/shop/projections/orders/project.ts';
import { products } from '../../../functions/shop/projections/products/project.ts';
import { stockHistory } from '../../../functions/shop/projections/stock-history/project.ts';
import type { Target } from '../target.ts';
import type { Verdict } from './evidence.ts';
import { type SeenView, viewsIn } from './seen-view.ts';

/** What a listener leaves behind of an event that it heard. */
export type Trace = (event: Recorded) => Promise<Verdict>;

const proven = (isThere: boolean): Verdict => (isThere ? 'arrived' : 'missing');
const nothingKept: Trace = async () => 'unproven';

/** A row's guard is the version up to which its stream was applied. */
const rowTrace =
  <L extends Listener>({ listener, keyOf }: RowProjection<L>, view: SeenView): Trace =>
  async (event) => {
    const told = heard(listener, event);
    if (!told) return 'unproven';
    return proven((await view.get(keyOf(told))).guard >= event.version);
  };

/** A view of several rows keeps the version of each stream. */
const positionTrace =
  <L extends Listener>({ listener }: RowsProjection<L>, view: SeenView): Trace =>
  async (event) =>
    heard(listener, event) ? proven((await view.position(event.stream)) >= event.version) : 'unproven';

/** A reaction that begins a stream: it has done so, or it never heard of it. */
const streamBegan = async ({ documents, name }: Target, stream: string): Promise<Verdict> => {
  const { Count = 0 } = await documents.send(
    new QueryCommand({
      TableName: name('events'),
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :stream',
      ExpressionAttributeValues: { ':stream': stream },
      Limit: 1,
    }),
  );
  return proven(Count > 0);
};

const SubjectKey = z.object({ wrapped: z.unknown().optional() });

/** Whether a member was forgotten: the key has left its tombstone. */
const isForgotten = async ({ documents, name }: Target, memberId: string): Promise<boolean> => {
  const key = { TableName: name('subject-keys'), Key: { pk: memberId }, ConsistentRead: true };
  const item = SubjectKey.safeParse((await documents.send(new GetCommand(key))).Item);
  return item.success && item.data.wrapped === undefined;
};

/** A member's inbox keeps which versions it was told; whoever left is told nothing. */
const noticesTrace = (target: Target): Trace => {
  const inbox = dynamoInbox(target.documents, target.name('view-inbox'));
  return async (event) => {
    const told = heard('notices', event);
    if (!told) return 'unproven';
    if (await inbox.knows(event)) return 'arrived';
    // What is told to all librarians may have found none.
    if (told.type === 'shop.stock-ran-low') return 'unproven';
    return proven(await isForgotten(target, told.data.memberId));
  };
};

/** Where each listener's trace is; a new listener does not compile until it is said. */
export const tracesIn = (target: Target): Readonly<Record<Listener, Trace>> => {
  const view = viewsIn(target);
  return {
    'member-card': rowTrace(memberCard, view('member-card')),
    availability: rowTrace(availability, view('availability')),
    'copy-history': positionTrace(copyHistory, view('copy-history')),
    holds: positionTrace(holds, view('holds')),
    'loan-sheet': rowTrace(loanSheet, view('loan-sheet')),
    records: rowTrace(records, view('records')),
    'catalogue-shelf': positionTrace(catalogueShelf, view('catalogue')),
    'search-index': positionTrace(searchIndex, view('search')),
    ranking: positionTrace(ranking, view('ranking')),
    categories: rowTrace(categories, view('categories')),
    products: positionTrace(products, view('products')),
    'stock-history': positionTrace(stockHistory, view('stock-history')),
    comments: positionTrace(comments, view('comments')),
    orders: rowTrace(orders, view('orders')),
    'order-statistics': positionTrace(orderStatistics, view('order-statistics')),
    librarians: rowTrace(librarians, view('librarians')),
    notices: noticesTrace(target),
    async 'issue-card'(event) {
      const told = heard('issue-card', event);
      return told ? streamBegan(target, streamName('card', told.data.memberId)) : 'unproven';
    },
    async 'open-shelf'(event) {
      const told = heard('open-shelf', event);
      return told ? streamBegan(target, streamName('shelf', told.data.volumeId)) : 'unproven';
    },
    async 'forget-member'(event) {
      const told = heard('forget-member', event);
      return told ? proven(await isForgotten(target, told.data.memberId)) : 'unproven';
    },
    'forget-inbox': nothingKept,
    'notice-due-soon': nothingKept,
    'notice-overdue': nothingKept,
    'expire-holds': nothingKept,
    'cancel-holds': nothingKept,
    'settle-lost-copy': nothingKept,
    'notice-expiring': nothingKept,
    'start-order-saga': nothingKept,
    'ship-orders': nothingKept,
  };
};
