import type { Words } from './en.ts';
import { desk } from './ja/desk.ts';
import { frame } from './ja/frame.ts';
import { loans } from './ja/loans.ts';
import { members } from './ja/members.ts';
import { messages } from './ja/messages.ts';
import { orders } from './ja/orders.ts';
import { problems } from './ja/problems.ts';
import { shelves } from './ja/shelves.ts';
import { shop } from './ja/shop.ts';
import { shopDesk } from './ja/shop-desk.ts';

export const ja: Words = {
  ...frame,
  ...members,
  ...shelves,
  ...loans,
  ...messages,
  ...desk,
  ...shop,
  ...orders,
  ...shopDesk,
  ...problems,
};
