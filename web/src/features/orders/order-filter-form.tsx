import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { orderStatuses } from './order.ts';
import type { OrderFilter } from './order-filter.ts';

interface OrderFilterFormProps {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
}

const Days = ({ filter, onChange }: OrderFilterFormProps) => {
  const { t } = useTranslation();
  return (['from', 'to'] as const).map((name) => (
    <Field
      key={name}
      label={t(`shopDesk.filter.${name}`)}
      type="date"
      value={filter[name]}
      onChange={(event) => onChange({ ...filter, [name]: event.target.value })}
    />
  ));
};

/** Finds orders by where they stand, by day and by words; it answers while one types. */
export const OrderFilterForm = ({ filter, onChange }: OrderFilterFormProps) => {
  const { t } = useTranslation();
  return (
    <search className="filter" aria-label={t('shopDesk.filter.label')}>
      <Field
        label={t('shopDesk.filter.q')}
        type="search"
        maxLength={200}
        value={filter.q}
        onChange={(event) => onChange({ ...filter, q: event.target.value })}
      />
      <Choice
        label={t('shopDesk.filter.status')}
        value={filter.status}
        options={[
          { value: '', label: t('shopDesk.filter.any') },
          ...orderStatuses.map((value) => ({ value, label: t(`orders.statuses.${value}`) })),
        ]}
        onChange={(status) => onChange({ ...filter, status })}
      />
      <Days filter={filter} onChange={onChange} />
      {filter.productId !== '' && (
        <p className="filter-note">
          {t('shopDesk.filter.productId')}{' '}
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => onChange({ ...filter, productId: '' })}
          >
            {t('shopDesk.filter.allProducts')}
          </button>
        </p>
      )}
    </search>
  );
};
