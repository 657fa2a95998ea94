import * as z from 'zod';
import type { State } from '../state.ts';

/** A mail that would have been sent. */
export interface StoredMail {
  id: string;
  to: string;
  /** The message tag `kind`. */
  kind: string | null;
  subject: string;
  text: string;
  html: string | null;
  /** ISO 8601, by the movable clock. */
  sentAt: string;
  /** All message tags. */
  tags: Readonly<Record<string, string>>;
}

interface MailQuery {
  /** Compared without case. */
  to?: string;
  kind?: string;
  cursor?: string;
  limit: number;
}

/** The mails that would have been sent, for people and tests to read. */
export interface Mailbox {
  /** Newest first; undefined for a cursor that a list with this filter did not give. */
  list(query: MailQuery): { items: readonly StoredMail[]; nextCursor: string | null } | undefined;
  get(id: string): StoredMail | undefined;
  clear(): void;
  /** Removes all mails to an address. */
  removeFor(address: string): void;
}

/** The mailbox with the side that only SES uses. */
export interface MailStore extends Mailbox {
  add(mail: StoredMail): void;
}

const Row = z
  .object({
    id: z.string(),
    recipient: z.string(),
    kind: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    tags: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
    sent_at: z.string(),
  })
  .transform(({ recipient, sent_at, ...row }): StoredMail => ({ ...row, to: recipient, sentAt: sent_at }));
const Sequence = z.object({ seq: z.number() });
const Cursor = z.object({ before: z.number(), to: z.string(), kind: z.string() });

const TABLE = `
  CREATE TABLE IF NOT EXISTS mails (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, recipient TEXT NOT NULL COLLATE NOCASE, kind TEXT,
    subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT, tags TEXT NOT NULL, sent_at TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS mails_by_recipient ON mails (recipient, seq);`;

/** Opens the durable store of mails. */
export const openMailStore = (state: State): MailStore => {
  state.exec(TABLE);
  const insert = state.prepare(
    'INSERT INTO mails (id, recipient, kind, subject, text, html, tags, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const page = state.prepare(
    `SELECT * FROM mails WHERE seq < :before AND (:to = '' OR recipient = :to) AND (:kind = '' OR kind = :kind)
     ORDER BY seq DESC LIMIT :limit`,
  );
  const one = state.prepare('SELECT * FROM mails WHERE id = ?');
  const clear = state.prepare('DELETE FROM mails');
  const removeFor = state.prepare('DELETE FROM mails WHERE recipient = ?');

  return {
    add: ({ id, to, kind, subject, text, html, tags, sentAt }) =>
      void insert.run(id, to, kind, subject, text, html, JSON.stringify(tags), sentAt),
    list({ to = '', kind = '', cursor, limit }) {
      const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : positionIn(cursor, to, kind);
      if (before === undefined) return undefined;
      const rows = page.all({ before, to, kind, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = Sequence.safeParse(shown.at(-1)).data?.seq;
      const nextCursor = rows.length > limit && last !== undefined ? cursorOf({ before: last, to, kind }) : null;
      return { items: shown.map((row) => Row.parse(row)), nextCursor };
    },
    get(id) {
      const row = one.get(id);
      return row && Row.parse(row);
    },
    clear: () => void clear.run(),
    removeFor: (address) => {
      removeFor.run(address);
      // The log of the database holds the pages as they were before.
      state.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
};

const cursorOf = (cursor: z.infer<typeof Cursor>): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** A cursor belongs to the list with all its filters. */
const positionIn = (cursor: string, to: string, kind: string): number | undefined => {
  try {
    const found = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return found.to === to && found.kind === kind ? found.before : undefined;
  } catch {
    return undefined;
  }
};
