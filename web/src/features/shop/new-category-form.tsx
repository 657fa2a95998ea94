import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd } from '../../components/form-end.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { useCommand } from '../../lib/use-command.ts';
import { type CategoryWish, createCategory } from './api/keep-category.ts';
import { type Category, inOrder } from './category.ts';
import { CategoryFields } from './category-fields.tsx';

const EMPTY: CategoryWish = { name: '', parentId: null };

/** Adds a category, at the top or below another. */
export const NewCategoryForm = ({ tree }: { tree: readonly Category[] }) => {
  const { t } = useTranslation();
  const [wish, setWish] = useState(EMPTY);
  const create = useCommand({ send: createCategory, changes: [['categories']], onDone: () => setWish(EMPTY) });
  const failure = create.error ? failureOf(create.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(wish);
  };
  return (
    <form className="form form-wide" onSubmit={submit}>
      <CategoryFields
        wish={wish}
        places={inOrder(tree)}
        problem={(field) => fieldProblem(failure, field, t)}
        onChange={setWish}
      />
      <FormEnd command={create} />
    </form>
  );
};
