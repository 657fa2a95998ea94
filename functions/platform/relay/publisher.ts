import type { CloudEvent } from '../listener/cloud-event.ts';

/** One event on its way out. */
export interface Outgoing {
  category: string;
  integration: boolean;
  event: CloudEvent;
}

/** Carries events to those who listen; resolves when all of them are accepted, throws when any was not. */
export type Publish = (outgoing: readonly Outgoing[]) => Promise<void>;
