import type { MemberId } from '../ids.ts';

/** Where the drawn avatar of a member is: a path on this site that tells nothing but the id. */
export const avatarUrlOf = (memberId: MemberId): string => `/api/avatars/${memberId}.svg`;
