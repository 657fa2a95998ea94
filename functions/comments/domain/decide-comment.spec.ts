import { describe, it } from 'vitest';
import type { CommentPosted } from '../../../events/comments/comment-posted.ts';
import { VolumeId } from '../../../events/ids.ts';
import { given } from '../../platform/given.ts';
import { aki, ben, deleted, edited, LATER, moon, posted } from '../phrases.ts';
import { comment } from './comment.ts';
import { decideDelete, decideEdit, decidePost } from './decide-comment.ts';
import { type VolumeEvent, volume } from './volume.ts';

const data = posted().data as CommentPosted['data'];
const withdrawn: VolumeEvent = {
  type: 'catalogue.volume-withdrawn',
  data: { volumeId: moon, seriesId: 's' as never },
};
const created: VolumeEvent = {
  type: 'catalogue.volume-created',
  data: {
    volumeId: VolumeId.parse('moon'),
    seriesId: 's' as never,
    title: 'Moon 1',
    number: 1,
    publishedOn: '2025-04-01',
    initialCopies: 1,
  },
};

describe('a comment', () => {
  const post = given(decidePost, volume);
  it('is about a volume of the catalogue', () =>
    post(created)
      .when(data)
      .thenEvents([posted()] as never));
  it('is refused for a volume that nobody knows', () => post().when(data).thenRejected('not-found'));
  it('is refused for a volume that was withdrawn', () => post(created, withdrawn).when(data).thenRejected('not-found'));
});

describe('editing a comment', () => {
  const edit = given(decideEdit, comment);
  const change = { by: aki, text: undefined, rating: undefined, editedAt: LATER };

  it('changes what is named, and nothing else', () => {
    edit(posted({ rating: 3 }))
      .when({ ...change, text: 'other' })
      .thenEvents([edited({ text: 'other', rating: 3 })] as never);
    edit(posted())
      .when({ ...change, rating: 4 })
      .thenEvents([edited({ rating: 4 })] as never);
  });
  it('takes the rating back with null', () =>
    edit(posted({ rating: 3 }))
      .when({ ...change, rating: null })
      .thenEvents([edited()] as never));
  it('says nothing when nothing changes', () => {
    edit(posted({ rating: 3 }))
      .when({ ...change, text: 'words', rating: 3 })
      .thenEvents([]);
    edit(posted())
      .when({ ...change, rating: null })
      .thenEvents([]);
  });
  it('is for its author alone', () =>
    edit(posted())
      .when({ ...change, by: ben, text: 'x' })
      .thenRejected('forbidden'));
  it('is too late once it is deleted, and too early before it is posted', () => {
    edit(posted(), deleted())
      .when({ ...change, text: 'x' })
      .thenRejected('not-found');
    edit()
      .when({ ...change, text: 'x' })
      .thenRejected('not-found');
  });
});

describe('deleting a comment', () => {
  const remove = given(decideDelete, comment);
  const by = (who: typeof aki, isStaff = false) => ({ by: who, isStaff, deletedAt: LATER });

  it('is for its author', () =>
    remove(posted())
      .when(by(aki))
      .thenEvents([deleted()] as never));
  it('is for the staff, and remembers whose it was', () =>
    remove(posted())
      .when(by(ben, true))
      .thenEvents([deleted()] as never));
  it('is for nobody else', () => remove(posted()).when(by(ben)).thenRejected('forbidden'));
  it('happens once', () => remove(posted(), deleted()).when(by(aki)).thenRejected('not-found'));
});
