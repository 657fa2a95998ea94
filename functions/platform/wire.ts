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
import { following } from './rebuild/following.ts';
import { liveView } from './rebuild/live-view.ts';
import { pointers } from './rebuild/pointers.ts';
import { notingProgress } from './rebuild/progress.ts';
import { dynamoStates } from './rebuild/states-dynamodb.ts';
import { dynamoViewStore } from './view-store/dynamodb.ts';
import type { ViewStore } from './view-store/port.ts';
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

/** Which generation of a view is live, and which are written. */
export const viewStates = dynamoStates(documents, setting('PROJECTIONS_TABLE'));
const viewPointers = pointers(viewStates);

/** The table of a view by the name its stack gave it: `member-card` is in `VIEW_MEMBER_CARD`, what partitions its indexes beside it. */
export const viewTableName = (name: string) => {
  const variable = `VIEW_${name.toUpperCase().replaceAll('-', '_')}`;
  const partitions = (process.env[`${variable}_PARTITIONS`] ?? '').split(' ').filter((one) => one !== '');
  return { table: setting(variable), partitions };
};

/** A view as its readers see it. */
export const view = (name: string) => {
  const table = viewTableName(name);
  return liveView(name, viewPointers, (generation) => dynamoViewStore(documents, table, generation));
};

/** What a listener does to its view, in every generation of it that is written. */
export const followedView = (name: string, applyTo: (view: ViewStore) => Apply): Apply => {
  const table = viewTableName(name);
  const generation = (number: number) => rememberingViewStore(dynamoViewStore(documents, table, number));
  const follow = following({ view: name, pointers: viewPointers, generation, applyTo });
  return notingProgress(documents, setting('PROJECTIONS_TABLE'), name, follow);
};

const listening = (listener: Listener, apply: Apply) =>
  listen({
    listener,
    apply,
    deadLetters: dynamoDeadLetters(documents, setting('DEAD_LETTERS_TABLE')),
    vault: closedVault,
  });

/** The Lambda of a read model with one row per stream. */
export const rowListener = <L extends Listener>(projection: RowProjection<L>, viewName: string) =>
  listening(
    projection.listener,
    followedView(viewName, (rows) => rowPerStream(projection, rows, eventStore)),
  );

/** The Lambda of a reaction. */
export const reactionListener = (listener: Listener, react: Apply) => listening(listener, react);
