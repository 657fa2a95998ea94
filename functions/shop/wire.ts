import { v7 as uuid } from 'uuid';
import { CategoryId, ProductId } from '../../events/ids.ts';
import { decide } from '../platform/wire.ts';
import { adjustStock } from './commands/adjust-stock/adjust-stock.ts';
import { changeCategory } from './commands/change-category/change-category.ts';
import { changeProduct } from './commands/change-product/change-product.ts';
import { createCategory } from './commands/create-category/create-category.ts';
import { createProduct } from './commands/create-product/create-product.ts';
import { deleteCategory } from './commands/delete-category/delete-category.ts';
import { setAlertLevel } from './commands/set-alert-level/set-alert-level.ts';
import { withdrawProduct } from './commands/withdraw-product/withdraw-product.ts';

/** What librarians do with categories, products and stock, and what stands behind it. */
export const shop = {
  createCategory: createCategory({ newCategoryId: () => CategoryId.parse(uuid()), decide }),
  changeCategory: changeCategory({ decide }),
  deleteCategory: deleteCategory({ decide }),
  createProduct: createProduct({ newProductId: () => ProductId.parse(uuid()), decide }),
  changeProduct: changeProduct({ decide }),
  withdrawProduct: withdrawProduct({ decide }),
  adjustStock: adjustStock({ decide }),
  setAlertLevel: setAlertLevel({ decide }),
};
