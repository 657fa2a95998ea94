import { useTranslation } from 'react-i18next';
import { Section } from '../components/section.tsx';
import type { Order } from '../features/orders/order.ts';
import { OrderFacts } from '../features/orders/order-facts.tsx';
import { OrderLines } from '../features/orders/order-lines.tsx';
import { OrderOutcome } from '../features/orders/order-outcome.tsx';
import { OrderSteps } from '../features/orders/order-steps.tsx';
import { OrderTimeline } from '../features/orders/order-timeline.tsx';
import { PictureOfProduct } from '../features/shop/picture-of-product.tsx';

/** All there is to see of an order, the same for its member and at the desk. */
export const OrderView = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  return (
    <>
      <OrderOutcome order={order} />
      <Section title={t('orders.progress')}>
        <OrderSteps order={order} />
      </Section>
      <Section title={t('orders.items')}>
        <OrderLines order={order} picture={(id, title) => <PictureOfProduct id={id} title={title} />} />
      </Section>
      {(order.payment || order.shipment) && (
        <Section title={t('orders.facts')}>
          <OrderFacts order={order} />
        </Section>
      )}
      <Section title={t('orders.timeline')}>
        <OrderTimeline order={order} />
      </Section>
    </>
  );
};
