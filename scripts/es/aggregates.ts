import type { Category } from '../../events/topics.ts';
import { account } from '../../functions/accounts/domain/account.ts';
import { loans } from '../../functions/accounts/domain/loans.ts';
import { businessDay } from '../../functions/calendar/domain/business-calendar.ts';
import { series } from '../../functions/catalogue/domain/series.ts';
import { shelf as lentShelf } from '../../functions/catalogue/domain/shelf.ts';
import { volume as listedVolume } from '../../functions/catalogue/domain/volume.ts';
import { author } from '../../functions/comments/domain/author.ts';
import { comment } from '../../functions/comments/domain/comment.ts';
import { volume as commentedVolume } from '../../functions/comments/domain/volume.ts';
import { shelf as keptShelf } from '../../functions/inventory/domain/shelf.ts';
import { volume as knownVolume } from '../../functions/inventory/domain/volume.ts';
import { card as lendersCard } from '../../functions/lending/domain/card.ts';
import { loan } from '../../functions/lending/domain/loan/loan.ts';
import { patron } from '../../functions/lending/domain/patron.ts';
import { shelf as lendersShelf } from '../../functions/lending/domain/shelf.ts';
import { volume as lendableVolume } from '../../functions/lending/domain/volume.ts';
import { card } from '../../functions/membership/domain/card.ts';
import { addressee } from '../../functions/notifications/domain/addressee.ts';
import type { Aggregate } from '../../functions/platform/decider.ts';
import { categoryTree } from '../../functions/shop/domain/category/category-tree.ts';
import { order } from '../../functions/shop/domain/order/order.ts';
import { product } from '../../functions/shop/domain/product/product.ts';
import { stock } from '../../functions/shop/domain/stock/stock.ts';

export type AnyAggregate = Aggregate<unknown, { type: string; data: unknown }>;

/** What each domain makes of the streams of a category, by domain and name. */
export const aggregates: Readonly<Record<Category, Readonly<Record<string, AnyAggregate>>>> = {
  account: { 'accounts/account': account, 'comments/author': author, 'notifications/addressee': addressee },
  card: { 'membership/card': card, 'lending/card': lendersCard },
  series: { 'catalogue/series': series },
  volume: {
    'catalogue/volume': listedVolume,
    'comments/volume': commentedVolume,
    'inventory/volume': knownVolume,
    'lending/volume': lendableVolume,
  },
  shelf: { 'catalogue/shelf': lentShelf, 'inventory/shelf': keptShelf, 'lending/shelf': lendersShelf },
  loan: { 'lending/loan': loan },
  patron: { 'accounts/loans': loans, 'lending/patron': patron },
  comment: { 'comments/comment': comment },
  calendar: { 'calendar/business-day': businessDay },
  'shop-category': { 'shop/category-tree': categoryTree },
  product: { 'shop/product': product },
  stock: { 'shop/stock': stock },
  order: { 'shop/order': order },
};
