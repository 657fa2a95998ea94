import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Question } from '../../components/question.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { deleteCategory } from './api/keep-category.ts';
import type { Category } from './category.ts';

/** Deletes a category that holds nothing, after a question. */
export const DeleteCategoryButton = ({ category: { categoryId, name } }: { category: Category }) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const leave = useCommand({ send: deleteCategory, changes: [['categories']], onDone: () => setAsking(false) });
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-small button-danger"
        aria-label={`${t('shopDesk.category.delete')}: ${name}`}
        onClick={() => setAsking(true)}
      >
        {t('shopDesk.category.delete')}
      </button>
      {isAsking && (
        <Question
          title={t('shopDesk.category.deleteTitle', { name })}
          action={t('shopDesk.category.delete')}
          command={leave}
          onYes={() => leave.mutate(categoryId)}
          onClose={() => setAsking(false)}
        >
          <p>{t('shopDesk.category.deleteText')}</p>
        </Question>
      )}
    </>
  );
};
