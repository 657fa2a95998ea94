import { useTranslation } from 'react-i18next';
import { ratings } from './star-choice.tsx';

/** A rating as it was given. */
export const Stars = ({ rating }: { rating: number }) => {
  const { t } = useTranslation();
  return (
    <span className="stars" role="img" aria-label={t('comments.stars', { count: rating })}>
      {ratings.map((star) => (
        <span key={star} className={star <= Math.round(rating) ? 'star-on' : 'star-off'} aria-hidden="true">
          ★
        </span>
      ))}
    </span>
  );
};
