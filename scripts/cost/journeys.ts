import { type Library, type Member, PASSWORD, type Reply } from '../../tests/support/library.ts';

/** Something that happens again and again and costs about the same each time. */
export interface Journey {
  prepare(): Promise<void>;
  once(): Promise<void>;
  times: number;
}

const must = (reply: Reply, status: number): Reply => {
  if (reply.status !== status) throw new Error(`expected ${status}: ${JSON.stringify(reply.body)}`);
  return reply;
};

const nothing = async () => undefined;

/** The schedules of one day. */
export const idleDay = (library: Library): Journey => ({
  prepare: nothing,
  once: () => library.advance('P1D'),
  times: 3,
});

const visit = async (library: Library, { email }: Member, volumeId: string): Promise<void> => {
  const body = { email, password: PASSWORD };
  const { accessToken: token } = must(await library.call('POST /api/auth/login', { body }), 200).body;
  must(await library.call(`GET /api/volumes/${volumeId}`), 200);
  must(await library.call(`GET /api/volumes/${volumeId}/availability`), 200);
  const loan = { items: [{ volumeId }] };
  const { loanId } = must(await library.call('POST /api/loans', { token, body: loan }), 201).body;
  await library.settled();
  must(await library.call('GET /api/me/records', { token }), 200);
  must(await library.call(`POST /api/loans/${loanId}/return`, { token }), 200);
};

/** What `npm run cost` prices by volume. */
export const journeysAt = (library: Library): { borrow: Journey } => {
  let visitor: { member: Member; volumeId: string } | undefined;
  return {
    borrow: {
      async prepare() {
        const { volumeId } = await library.newVolume(await library.signIn('librarian'), 3);
        visitor = { member: await library.register(), volumeId };
        await library.settled();
      },
      async once() {
        if (visitor) await visit(library, visitor.member, visitor.volumeId);
      },
      times: 20,
    },
  };
};
