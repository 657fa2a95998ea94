import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/language.ts';
import { writtenMoment } from '../../lib/written.ts';
import { momentWords } from './moment-words.ts';
import type { Order } from './order.ts';

/** Everything that happened to an order, in its order. */
export const OrderTimeline = ({ order: { timeline } }: { order: Pick<Order, 'timeline'> }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ol className="timeline">
      {timeline.map(({ at, event, detail }) => (
        <li key={`${at} ${event} ${detail}`}>
          <time dateTime={at}>{writtenMoment(at, language)}</time>
          <span>{momentWords({ event, detail }, t)}</span>
        </li>
      ))}
    </ol>
  );
};
