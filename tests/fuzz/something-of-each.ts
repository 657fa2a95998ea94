import type { Library, Member } from '../support/library.ts';

/** A member with something of each kind, and the ids of it by the names of path parameters. */
export const somethingOfEach = async (
  library: Library,
): Promise<{ member: Member; ids: Readonly<Record<string, string>> }> => {
  const member = await library.register('Mei');
  const librarian = await library.signIn('librarian');
  const { seriesId, volumeId } = await library.newVolume(librarian, 5);
  await library.settled();
  const loan = await library.borrow(member, volumeId);
  const { copyIds } = (
    await library.call(`POST /api/volumes/${volumeId}/copies`, {
      token: librarian.token,
      body: { count: 1, reason: 'bought' },
    })
  ).body;
  await library.settled();
  return { member, ids: { seriesId, volumeId, copyId: copyIds[0], loanId: loan.body.loanId, memberId: member.id } };
};
