import { MemberId } from '../../../../events/ids.ts';
import { everyRow } from '../../../platform/view-store/every-row.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';

export const LIBRARIAN = 'librarian';

/** Everybody who is a librarian now. */
export const librariansIn = async (view: Pick<ReadableView, 'query'>): Promise<readonly MemberId[]> => {
  const range = { attribute: 'memberId' };
  const rows = await Array.fromAsync(everyRow(view, { index: 'by-role', partition: ['role', LIBRARIAN], range }));
  return rows.map(({ memberId }) => MemberId.parse(memberId));
};
