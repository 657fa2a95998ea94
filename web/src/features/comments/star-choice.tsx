import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export const ratings = [1, 2, 3, 4, 5] as const;

interface StarChoiceProps {
  rating: number | null;
  onChange: (rating: number | null) => void;
}

/** One to five stars, or none; arrow keys move between them as between any radio buttons. */
export const StarChoice = ({ rating, onChange }: StarChoiceProps) => {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className="stars-choice">
      <legend>{t('comments.rating')}</legend>
      {ratings.map((stars) => (
        <label key={stars} className={stars <= (rating ?? 0) ? 'star star-on' : 'star'}>
          <input type="radio" name={name} checked={rating === stars} onChange={() => onChange(stars)} />
          <span aria-hidden="true">★</span>
          <span className="unseen">{t('comments.stars', { count: stars })}</span>
        </label>
      ))}
      <label className="star-none">
        <input type="radio" name={name} checked={rating === null} onChange={() => onChange(null)} />
        {t('comments.noRating')}
      </label>
    </fieldset>
  );
};
