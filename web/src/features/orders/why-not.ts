import type { TFunction } from 'i18next';
import { en } from '../../lib/words/en.ts';

type Reason = keyof typeof en.orders.reasons;

const isKnown = (code: string): code is Reason => Object.hasOwn(en.orders.reasons, code);

/** The code that a reason of the shop begins with. */
export const codeOf = (reason: string): string => /^[a-z0-9]+(?:-[a-z0-9]+)*/.exec(reason)?.[0] ?? reason;

/** Why an order did not go through, for its member; one we have no words for is shown as the shop said it. */
export const whyNot = (reason: string, t: TFunction): string => {
  const code = codeOf(reason);
  return isKnown(code) ? t(`orders.reasons.${code}`) : t('orders.otherReason', { reason });
};
