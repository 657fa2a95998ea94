import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import type { CategoryWish } from './api/keep-category.ts';
import type { PlacedCategory } from './category.ts';

/** The longest name of a category. */
const LONGEST_NAME = 50;
const TOP = '';

interface CategoryFieldsProps {
  wish: CategoryWish;
  places: readonly PlacedCategory[];
  problem: (field: keyof CategoryWish) => string | undefined;
  onChange: (wish: CategoryWish) => void;
}

/** The name of a category and where it stands. */
export const CategoryFields = ({ wish, places, problem, onChange }: CategoryFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t('shopDesk.category.name')}
        required
        maxLength={LONGEST_NAME}
        value={wish.name}
        problem={problem('name')}
        onChange={(event) => onChange({ ...wish, name: event.target.value })}
      />
      <Choice
        label={t('shopDesk.category.parent')}
        value={wish.parentId ?? TOP}
        problem={problem('parentId')}
        options={[
          { value: TOP, label: t('shopDesk.category.top') },
          ...places.map(({ category, path }) => ({ value: category.categoryId, label: path })),
        ]}
        onChange={(value) => onChange({ ...wish, parentId: value === TOP ? null : value })}
      />
    </>
  );
};
