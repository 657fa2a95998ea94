import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog.tsx';
import { FormEnd } from '../../components/form-end.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { useCommand } from '../../lib/use-command.ts';
import { changeCategory } from './api/keep-category.ts';
import { type Category, placesFor } from './category.ts';
import { CategoryFields } from './category-fields.tsx';

interface ChangeCategoryProps {
  category: Category;
  tree: readonly Category[];
}

const ChangeDialog = ({ category, tree, onClose }: ChangeCategoryProps & { onClose: () => void }) => {
  const { t } = useTranslation();
  const { categoryId, name, parentId } = category;
  const [wish, setWish] = useState({ name, parentId: parentId ?? null });
  const change = useCommand({ send: changeCategory(categoryId), changes: [['categories']], onDone: onClose });
  const failure = change.error ? failureOf(change.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(wish);
  };
  return (
    <Dialog title={t('shopDesk.category.editTitle', { name })} onClose={onClose}>
      <form className="question" onSubmit={submit}>
        <CategoryFields
          wish={wish}
          places={placesFor(tree, categoryId)}
          problem={(field) => fieldProblem(failure, field, t)}
          onChange={setWish}
        />
        <FormEnd command={change} />
      </form>
    </Dialog>
  );
};

/** Renames a category, or moves it with all that is below it. */
export const ChangeCategoryButton = (props: ChangeCategoryProps) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-small"
        aria-label={t('shopDesk.category.editTitle', { name: props.category.name })}
        onClick={() => setAsking(true)}
      >
        {t('shopDesk.category.edit')}
      </button>
      {isAsking && <ChangeDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
};
