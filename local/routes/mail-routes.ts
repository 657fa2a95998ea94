import { jsonAnswer, problemAnswer } from '../http/gateway-response.ts';
import { invalidRequest } from './invalid-request.ts';
import type { LocalRoute } from './local-route.ts';

/** A mail that would have been sent. */
export interface Mail {
  id: string;
  to: string;
  kind: string | null;
  subject: string;
  text: string;
  html: string | null;
  sentAt: string;
}

/** What the routes need of the mail store. */
export interface Mailbox {
  /** Newest first; undefined for a cursor that this list did not give. */
  list(query: { to?: string; kind?: string; cursor?: string; limit: number }): MailPage | undefined;
  get(id: string): Mail | undefined;
  clear(): void;
}
export interface MailPage {
  items: readonly Mail[];
  nextCursor: string | null;
}

const shown = ({ id, to, kind, subject, text, html, sentAt }: Mail): Mail => ({
  id,
  to,
  kind,
  subject,
  text,
  html,
  sentAt,
});

const limitOf = (text: string | null): number | undefined => {
  if (text === null) return 50;
  const limit = Number(text);
  return /^\d+$/.test(text) && limit >= 1 && limit <= 100 ? limit : undefined;
};

const list =
  (mailbox: Mailbox): LocalRoute['answer'] =>
  ({ query }) => {
    const limit = limitOf(query.get('limit'));
    if (limit === undefined) return invalidRequest([{ path: 'limit', message: 'must be between 1 and 100' }]);
    const [to, kind, cursor] = [query.get('to'), query.get('kind'), query.get('cursor')];
    const page = mailbox.list({ limit, ...(to && { to }), ...(kind && { kind }), ...(cursor && { cursor }) });
    return page
      ? jsonAnswer(200, { items: page.items.map(shown), nextCursor: page.nextCursor })
      : invalidRequest([{ path: 'cursor', message: 'not a cursor of this list' }]);
  };

/** Shows and clears the mails that SES would have sent. */
export const mailRoutes = (mailbox: Mailbox): LocalRoute[] => [
  { routeKey: 'GET /_local/mail', answer: list(mailbox) },
  {
    routeKey: 'GET /_local/mail/{id}',
    answer({ parameters: { id = '' } }) {
      const mail = mailbox.get(id);
      return mail ? jsonAnswer(200, shown(mail)) : problemAnswer(404, 'Not Found', 'not-found');
    },
  },
  {
    routeKey: 'DELETE /_local/mail',
    answer() {
      mailbox.clear();
      return { status: 204, headers: {}, body: Buffer.alloc(0) };
    },
  },
];
