import { useTranslation } from 'react-i18next';
import { FieldsForm } from '../../components/fields-form.tsx';
import { bodyToChange, bodyToCreate } from '../../lib/entered-fields.ts';
import { useCommand } from '../../lib/use-command.ts';
import { changeProduct } from './api/change-product.ts';
import { createProduct } from './api/create-product.ts';
import { shopQueries } from './api/shop-reads.ts';
import { type Category, inOrder } from './category.ts';
import { changedProductFields, enteredProduct, productBody, productFields } from './desk-fields.ts';
import type { Product } from './product.ts';

const optionsIn = (tree: readonly Category[]) =>
  inOrder(tree).map(({ category, path }) => ({ value: category.categoryId, label: path }));

interface NewProductFormProps {
  tree: readonly Category[];
  onCreated: (product: Product) => void;
}

/** Makes a product; its stock is counted in afterwards. */
export const NewProductForm = ({ tree, onCreated }: NewProductFormProps) => {
  const { t } = useTranslation();
  const create = useCommand({ send: createProduct, changes: shopQueries, onDone: onCreated });
  const categoryId = inOrder(tree)[0]?.category.categoryId;
  return (
    <FieldsForm
      fields={productFields}
      before={enteredProduct({ ...(categoryId !== undefined && { categoryId }) })}
      labelOf={(name) => t(`shopDesk.fields.${name}`)}
      options={{ categoryId: optionsIn(tree) }}
      command={create}
      onSend={(entered) => create.mutate(productBody(bodyToCreate(productFields, entered)))}
    />
  );
};

/** Changes what the shop says of a product. */
export const ProductForm = ({ product, tree }: { product: Product; tree: readonly Category[] }) => {
  const { t } = useTranslation();
  const change = useCommand({ send: changeProduct(product.productId), changes: shopQueries });
  const before = enteredProduct(product);
  const onSale = [
    { value: 'true', label: t('shopDesk.active') },
    { value: 'false', label: t('shop.stock.notOnSale') },
  ];
  return (
    <FieldsForm
      fields={changedProductFields}
      before={before}
      labelOf={(name) => t(`shopDesk.fields.${name}`)}
      options={{ categoryId: optionsIn(tree), active: onSale }}
      command={change}
      onSend={(entered) => change.mutate(productBody(bodyToChange(changedProductFields, before, entered)))}
    />
  );
};
