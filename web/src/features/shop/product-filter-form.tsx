import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { type ProductFilter, sortingWords } from './product-filter.ts';

const HIGHEST_PRICE = 999_999_999;

interface ProductFilterFormProps {
  filter: ProductFilter;
  onChange: (filter: ProductFilter) => void;
}

const Prices = ({ filter, onChange }: ProductFilterFormProps) => {
  const { t } = useTranslation();
  return (['minPrice', 'maxPrice'] as const).map((name) => (
    <Field
      key={name}
      label={t(`shop.${name}`)}
      type="number"
      inputMode="numeric"
      min={0}
      max={HIGHEST_PRICE}
      step={1}
      value={filter[name]}
      onChange={(event) => onChange({ ...filter, [name]: event.target.value })}
    />
  ));
};

/** Words, prices and order of what the shop shows; it answers while one types. */
export const ProductFilterForm = ({ filter, onChange }: ProductFilterFormProps) => {
  const { t } = useTranslation();
  return (
    <search className="filter" aria-label={t('shop.filter')}>
      <Field
        label={t('shop.words')}
        type="search"
        maxLength={100}
        value={filter.q}
        onChange={(event) => onChange({ ...filter, q: event.target.value })}
      />
      <Prices filter={filter} onChange={onChange} />
      <Choice
        label={t('catalogue.sort')}
        value={filter.sorting}
        options={sortingWords.map((value) => ({ value, label: t(`shop.sortings.${value}`) }))}
        onChange={(sorting) => onChange({ ...filter, sorting })}
      />
    </search>
  );
};
