import { NoContent, sendCommand } from '../../../lib/http/send-command.ts';

export interface CardRuling {
  memberId: string;
  /** Why a card is suspended; undefined reinstates it. */
  suspendedFor: string | undefined;
}

/** Suspends the card of a member, or lifts that again. */
export const ruleCard = ({ memberId, suspendedFor }: CardRuling, key: string): Promise<undefined> => {
  const card = `/api/members/${encodeURIComponent(memberId)}/card`;
  return sendCommand({
    method: 'POST',
    ...(suspendedFor === undefined
      ? { path: `${card}/reinstate` }
      : { path: `${card}/suspend`, body: { reason: suspendedFor } }),
    key,
    answer: NoContent,
    seenBy: ['/api/me/card'],
  });
};
