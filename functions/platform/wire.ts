import type { Listener } from '../../events/subscriptions.ts';
import { documents } from './aws-clients.ts';
import { commandLoop } from './command-loop.ts';
import { dynamoDeadLetters } from './dead-letters/dynamodb.ts';
import { setting } from './environment.ts';
import { s3Blobs } from './event-store/blobs/s3.ts';
import { dynamoEventStore } from './event-store/dynamodb.ts';
import { dynamoSnapshots } from './event-store/snapshots/dynamodb.ts';
import { closedVault } from './event-store/vault/closed.ts';
import type { Vault } from './event-store/vault/port.ts';
import { type Apply, listen } from './listener/listen.ts';
import { type RowProjection, rowPerStream } from './projection.ts';
import { dynamoViewStore } from './view-store/dynamodb.ts';
import { rememberingViewStore } from './view-store/remembering.ts';

/** The event store for functions that know personal data; `personal-wire.ts` has the vault that opens it. */
export const eventStoreWith = (vault: Vault) =>
  dynamoEventStore(
    documents,
    { events: setting('EVENTS_TABLE'), claims: setting('CLAIMS_TABLE') },
    { vault, blobs: s3Blobs(setting('COMMITS_BUCKET')) },
  );
const snapshots = dynamoSnapshots(documents, setting('SNAPSHOTS_TABLE'));

/** The platform's adapters as every function has them; the tables' names come from its environment. */
export const eventStore = eventStoreWith(closedVault);
export const decide = commandLoop(eventStore, { snapshots });

/** A view by the name its stack gave it: `member-card` is the table in `VIEW_MEMBER_CARD`. */
export const view = (name: string) =>
  dynamoViewStore(documents, setting(`VIEW_${name.toUpperCase().replaceAll('-', '_')}`));

/** A view as its listener sees it. */
export const followedView = (name: string) => rememberingViewStore(view(name));

const listening = (listener: Listener, apply: Apply) =>
  listen({
    listener,
    apply,
    deadLetters: dynamoDeadLetters(documents, setting('DEAD_LETTERS_TABLE')),
    vault: closedVault,
  });

/** The Lambda of a read model with one row per stream. */
export const rowListener = <L extends Listener>(projection: RowProjection<L>, viewName: string) =>
  listening(projection.listener, rowPerStream(projection, followedView(viewName), eventStore));

/** The Lambda of a reaction. */
export const reactionListener = (listener: Listener, react: Apply) => listening(listener, react);
