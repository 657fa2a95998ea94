import type { MemberId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import { fold } from '../platform/decider.ts';
import { personalEventStore } from '../platform/personal-wire.ts';
import { type AuthorEvent, author } from './domain/author.ts';

/**
 * The names of authors as they are now, from their accounts' streams; who has left has none. A view of names would be one more
 * place that keeps them, and would be late for who has just registered (`docs/decisions/0023-authors-names.md`).
 */
export const authorNames = async (memberIds: readonly MemberId[]): Promise<ReadonlyMap<MemberId, string>> => {
  const named = await Promise.all(
    [...new Set(memberIds)].map(async (memberId) => {
      const { events } = await personalEventStore.read(streamName('account', memberId));
      return [memberId, fold(author, events as readonly AuthorEvent[])] as const;
    }),
  );
  return new Map(named.flatMap(([memberId, name]) => (name === undefined ? [] : [[memberId, name] as const])));
};
