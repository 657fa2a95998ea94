import type { TFunction } from 'i18next';
import { en } from '../../lib/words/en.ts';
import type { Order } from './order.ts';
import { momentWord } from './order-moments.ts';
import { whyNot } from './why-not.ts';

type Known = keyof typeof en.orders.moments;

const isKnown = (word: string): word is Known => Object.hasOwn(en.orders.moments, word);

/** Moments whose detail is the reason for them. */
const WITH_REASON: readonly string[] = ['step-refused', 'step-gave-up', 'cancelled', 'failed', 'needs-attention'];

/** One moment of the timeline in the reader's language, with its reason where there is one. */
export const momentWords = ({ event, detail }: Pick<Order['timeline'][number], 'event' | 'detail'>, t: TFunction) => {
  const word = momentWord(event);
  const told = isKnown(word) ? t(`orders.moments.${word}`) : event;
  return WITH_REASON.includes(word) ? `${told} — ${whyNot(detail, t)}` : told;
};
