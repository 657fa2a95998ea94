import { desk } from './en/desk.ts';
import { frame } from './en/frame.ts';
import { loans } from './en/loans.ts';
import { members } from './en/members.ts';
import { messages } from './en/messages.ts';
import { orders } from './en/orders.ts';
import { problems } from './en/problems.ts';
import { shelves } from './en/shelves.ts';
import { shop } from './en/shop.ts';
import { shopDesk } from './en/shop-desk.ts';

export const en = {
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

/** The shape every language fills. A form for one thing (`_one`) is optional: not every language has it. */
export type Words<Shape = typeof en> = {
  readonly [Key in keyof Shape as Key extends `${string}_one` ? never : Key]: Shape[Key] extends string
    ? string
    : Words<Shape[Key]>;
};
