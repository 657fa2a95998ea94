import { v7 as uuid } from 'uuid';
import * as z from 'zod';
import { type Listener, subscriptions } from '../../events/subscriptions.ts';
import { setting } from '../platform/environment.ts';
import { refuse } from '../platform/http/problem.ts';
import { lambdaApi } from '../platform/lambda-api.ts';
import { Compared, type MaintenanceOrder, maintainerOf } from '../platform/rebuild/maintenance-order.ts';
import { cancelRebuild, orderRebuild } from '../platform/rebuild/ordering.ts';
import { viewStates } from '../platform/wire.ts';

const isListener = (name: string): name is Listener => Object.hasOwn(subscriptions, name);

/** The read models of this stage by name, each with the listener that follows for it. */
export const projections: ReadonlyMap<string, Listener> = new Map(
  Object.entries(z.record(z.string(), z.string().refine(isListener)).parse(JSON.parse(setting('PROJECTIONS')))),
);

/** The name of a read model; 404 for one that nobody knows. */
export const projectionNamed = (name: string): string => (projections.has(name) ? name : refuse(404, 'not-found'));

const maintainer = (view: string) => maintainerOf(view, setting('NAME_PREFIX'));
const start = (view: string): Promise<void> =>
  lambdaApi().start(maintainer(view), { order: 'rebuild' } satisfies MaintenanceOrder);

export const operations = {
  rebuild: orderRebuild({ states: viewStates, start, newRebuildId: uuid, now: () => new Date() }),
  cancelRebuild: cancelRebuild({ states: viewStates, start }),
  compare: async (view: string, seconds: number): Promise<Compared> =>
    Compared.parse(
      await lambdaApi().invoke(maintainer(view), { order: 'compare', seconds } satisfies MaintenanceOrder),
    ),
};
