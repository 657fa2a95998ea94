import type { Listener } from '../../events/subscriptions.ts';
import { documents } from './aws-clients.ts';
import { commandLoop } from './command-loop.ts';
import { dynamoDeadLetters } from './dead-letters/dynamodb.ts';
import { setting } from './environment.ts';
import { dynamoEventStore } from './event-store/dynamodb.ts';
import { type Apply, listen } from './listener/listen.ts';
import { type RowProjection, rowPerStream } from './projection.ts';
import { dynamoViewStore } from './view-store/dynamodb.ts';
import { rememberingViewStore } from './view-store/remembering.ts';

/** The platform's adapters as every function has them; the tables' names come from its environment. */
export const eventStore = dynamoEventStore(documents, {
  events: setting('EVENTS_TABLE'),
  claims: setting('CLAIMS_TABLE'),
});
export const decide = commandLoop(eventStore);

/** A view by the name its stack gave it: `member-card` is the table in `VIEW_MEMBER_CARD`. */
export const view = (name: string) =>
  dynamoViewStore(documents, setting(`VIEW_${name.toUpperCase().replaceAll('-', '_')}`));

/** A view as its listener sees it. */
export const followedView = (name: string) => rememberingViewStore(view(name));

const listening = (listener: Listener, apply: Apply) =>
  listen(listener, apply, dynamoDeadLetters(documents, setting('DEAD_LETTERS_TABLE')));

/** The Lambda of a read model with one row per stream. */
export const rowListener = <L extends Listener>(projection: RowProjection<L>, viewName: string) =>
  listening(projection.listener, rowPerStream(projection, followedView(viewName), eventStore));

/** The Lambda of a reaction. */
export const reactionListener = (listener: Listener, react: Apply) => listening(listener, react);
