import { InboxEntry } from './inbox/port.ts';

/** A message as its member sees it. */
export const ShownNotice = InboxEntry.omit({ memberId: true });
