import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';
import type { DomainFunction } from '../constructs/domain-function.ts';

/** What readers say about volumes. Whoever shows a comment reads its author's name, which is personal data. */
export class CommentsStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const comments = new Domain(this, 'comments', ground);
    const namingAuthors = (fn: DomainFunction) => fn.consults('account').knowsPersonalData();

    namingAuthors(comments.command('post-comment'))
      .appendsTo('comment')
      .consults('volume')
      .answers('POST /api/volumes/{volumeId}/comments');
    namingAuthors(comments.command('edit-comment')).appendsTo('comment').answers('PATCH /api/comments/{commentId}');
    comments.command('delete-comment').appendsTo('comment').answers('DELETE /api/comments/{commentId}');

    comments.projection('comments').hears().into('comments').rebuildable();
    namingAuthors(comments.query('comments'))
      .from('comments')
      .listing('comments')
      .listingBy('comments')
      .consults('volume')
      .answersAnyone('GET /api/volumes/{volumeId}/comments')
      .answers('GET /api/me/comments');
  }
}
