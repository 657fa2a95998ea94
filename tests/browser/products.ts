import { v7 as uuid } from 'uuid';
import type { Library } from '../support/library.ts';

/** A new product in a category of its own, with pieces to be sold. */
export const newProduct = async (library: Library, { price, stock }: { price: number; stock: number }) => {
  const { token } = await library.signIn('librarian');
  const made = async (route: string, body: unknown) => {
    const { status, body: answer } = await library.call(route, { token, body });
    if (status >= 300) throw new Error(`${route}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const [name, categoryName] = [`Brass bookmark ${uuid()}`, `Bookmarks ${uuid()}`];
  const { categoryId } = await made('POST /api/categories', { name: categoryName.slice(0, 50) });
  const { productId } = await made('POST /api/products', {
    name,
    description: 'Thin brass, cut by hand.',
    categoryId,
    price: { amount: price, currency: 'JPY' },
  });
  await made(`POST /api/products/${productId}/stock`, { change: stock, reason: 'first stock' });
  return { productId, name, categoryName: categoryName.slice(0, 50) };
};
