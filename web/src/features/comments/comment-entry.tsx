import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/avatar.tsx';
import { Question } from '../../components/question.tsx';
import { useLanguage } from '../../lib/language.ts';
import { languageOfText } from '../../lib/language-of-text.ts';
import { isStaff, useSession } from '../../lib/session.ts';
import { useCommand } from '../../lib/use-command.ts';
import { writtenInstant } from '../../lib/written.ts';
import { deleteComment } from './api/delete-comment.ts';
import { editComment } from './api/edit-comment.ts';
import type { Comment } from './api/list-comments.ts';
import { CommentForm } from './comment-form.tsx';
import { Stars } from './stars.tsx';

interface EntryProps {
  volumeId: string;
  comment: Comment;
}

const Head = ({ comment: { author, rating, postedAt, editedAt } }: { comment: Comment }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="comment-head">
      <Avatar src={author.avatarUrl} />
      <strong className={author.id === null ? 'muted' : undefined}>{author.name ?? t('comments.former')}</strong>
      {rating && <Stars rating={rating} />}
      <span className="muted">
        <time dateTime={postedAt}>{writtenInstant(postedAt, language)}</time>
        {editedAt && ` · ${t('comments.edited')}`}
      </span>
    </div>
  );
};

const DeleteButton = ({ volumeId, comment: { commentId } }: EntryProps) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const remove = useCommand({ send: deleteComment(volumeId), changes: [['comments', volumeId]] });
  return (
    <>
      <button type="button" className="button button-quiet button-small" onClick={() => setAsking(true)}>
        {t('comments.delete')}
      </button>
      {isAsking && (
        <Question
          title={t('comments.deleteTitle')}
          action={t('comments.delete')}
          command={remove}
          onYes={() => remove.mutate(commentId)}
          onClose={() => setAsking(false)}
        >
          <p>{t('comments.deleteText')}</p>
        </Question>
      )}
    </>
  );
};

const Rewrite = ({ volumeId, comment, onEnd }: EntryProps & { onEnd: () => void }) => {
  const { t } = useTranslation();
  return (
    <CommentForm
      volumeId={volumeId}
      before={{ text: comment.text, rating: comment.rating ?? null }}
      label={t('comments.editLabel')}
      action={t('state.save')}
      send={editComment(volumeId, comment.commentId)}
      onSaid={onEnd}
    >
      <button type="button" className="button button-quiet" onClick={onEnd}>
        {t('state.cancel')}
      </button>
    </CommentForm>
  );
};

/** One comment, and what its author or a librarian can do with it. */
export const CommentEntry = ({ volumeId, comment }: EntryProps) => {
  const { t } = useTranslation();
  const session = useSession();
  const [isEditing, setEditing] = useState(false);
  const isOwn = session.status === 'member' && session.user.id === comment.author.id;
  return (
    <li className="comment">
      <Head comment={comment} />
      {isEditing ? (
        <Rewrite volumeId={volumeId} comment={comment} onEnd={() => setEditing(false)} />
      ) : (
        <p className="comment-text" lang={languageOfText(comment.text)}>
          {comment.text}
        </p>
      )}
      {!isEditing && (isOwn || isStaff(session)) && (
        <div className="comment-actions">
          {isOwn && (
            <button type="button" className="button button-quiet button-small" onClick={() => setEditing(true)}>
              {t('comments.edit')}
            </button>
          )}
          <DeleteButton volumeId={volumeId} comment={comment} />
        </div>
      )}
    </li>
  );
};
