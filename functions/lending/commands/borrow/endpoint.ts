import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { CardId, CopyId, LoanId, MemberId, VolumeId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { BorrowRequest } from './request.ts';

/** `too-many-loans` and `too-many-loans-today` come only from a stage that has switched those limits on. */
export const borrowEndpoint = endpoint('POST /api/loans', {
  summary: 'Borrows one to five volumes',
  who: 'member',
  body: BorrowRequest,
  answers: {
    201: z.object({
      loanId: LoanId,
      memberId: MemberId,
      cardId: CardId,
      borrowedOn: BusinessDay,
      dueOn: BusinessDay,
      items: z.array(z.object({ volumeId: VolumeId, copyId: CopyId, title: z.string() })),
      status: z.literal('open'),
    }),
  },
  refusals: {
    'volume-not-found': 404,
    'overdue-loan': 409,
    'card-not-active': 409,
    'too-many-items': 409,
    'too-many-loans': 409,
    'too-many-loans-today': 409,
    'already-borrowed': 409,
    'no-copy-available': 409,
  },
});
