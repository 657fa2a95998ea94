import type { MemberId } from '../ids.ts';

/** Where a member's picture is, on this site. It follows from the id, so that nobody has to ask the accounts. */
export const avatarUrlOf = (memberId: MemberId): string => `/api/avatars/${memberId}.svg`;
