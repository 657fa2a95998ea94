import type { Library, Member } from '../support/library.ts';

/** A member with something of each kind, and the ids of it by the names of path parameters. */
export const somethingOfEach = async (
  library: Library,
): Promise<{ member: Member; ids: Readonly<Record<string, string>> }> => {
  const member = await library.register('Mei');
  const librarian = await library.signIn('librarian');
  const made = async (route: string, by: Member, body: unknown) => {
    const answer = await library.call(route, { token: by.token, body });
    if (answer.status !== 201) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const { seriesId, volumeId } = await library.newVolume(librarian, 5);
  const wanted = await library.newVolume(librarian, 0);
  await library.settled();
  const { loanId } = await made('POST /api/loans', member, { items: [{ volumeId }] });
  const { holdId } = await made('POST /api/holds', member, { volumeId: wanted.volumeId });
  const { commentId } = await made(`POST /api/volumes/${volumeId}/comments`, member, { text: 'Good', rating: 5 });
  const { copyIds } = await made(`POST /api/volumes/${volumeId}/copies`, librarian, { count: 1, reason: 'bought' });
  const { categoryId } = await made('POST /api/categories', librarian, { name: 'Paper' });
  const card = { name: 'Index cards', description: 'Ruled', categoryId, price: { amount: 660, currency: 'JPY' } };
  const { productId } = await made('POST /api/products', librarian, card);
  await library.settled();
  const told = await library.call('GET /api/me/notifications', member);
  const id = told.body.items[0].notificationId;
  return {
    member,
    ids: {
      seriesId,
      volumeId,
      loanId,
      holdId,
      commentId,
      copyId: copyIds[0],
      memberId: member.id,
      categoryId,
      productId,
      id,
    },
  };
};
