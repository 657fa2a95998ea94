/** A category is a kind of stream (the middle part of a stream's name); each has one topic. */
export const categories = [
  'account',
  'card',
  'series',
  'volume',
  'shelf',
  'loan',
  'patron',
  'comment',
  'shop-category',
  'product',
  'stock',
  'order',
  'calendar',
] as const;
export type Category = (typeof categories)[number];

/** The Kafka topic of a category; ephemeral stages share a cluster by prefix. */
export const topicOf = (prefix: string, category: Category): string => `${prefix}${category}`;

/** EventBridge's `source` for events of a category. */
export const sourceOf = (category: Category): string => `bunko.${category}`;
