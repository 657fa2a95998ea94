import { join } from 'node:path';
import { forgettingMembers } from '../http/forgotten-member.ts';
import type { Gateway } from '../http/gateway.ts';
import { problemAnswer } from '../http/gateway-response.ts';
import type { Mount } from '../http/server.ts';
import { openSite } from '../http/static-site.ts';
import { clockRoutes } from '../routes/clock-routes.ts';
import { faultsRoutes } from '../routes/faults-route.ts';
import { idleRoute } from '../routes/idle-route.ts';
import { localRouter } from '../routes/local-router.ts';
import { type Mailbox, mailRoutes } from '../routes/mail-routes.ts';
import { metricsRoute } from '../routes/metrics-route.ts';
import { type Overview, overviewRoute } from '../routes/overview-route.ts';
import type { Foundation } from './foundation.ts';
import type { RuntimeOptions } from './runtime-options.ts';

interface MountOptions {
  options: RuntimeOptions;
  foundation: Foundation;
  overview: Overview;
  gateway: Gateway;
  mailbox: Mailbox & { removeFor(address: string): void };
}

/** Everything that the one port serves. */
export const httpMounts = ({ options, foundation, overview, gateway, mailbox }: MountOptions): Mount[] => {
  const { clock, activity, faults, metrics } = foundation;
  const metered: Gateway = (request) => {
    options.meter?.('api-requests', 'api');
    return gateway(request);
  };
  const routes = [
    overviewRoute(overview),
    ...clockRoutes(clock),
    idleRoute(activity),
    ...faultsRoutes(faults),
    ...mailRoutes(mailbox),
  ];
  const site = options.web
    ? openSite(join(options.root, 'web', 'dist'))
    : () => problemAnswer(404, 'Not Found', 'not-found');
  return [
    { prefix: '/api', localOnly: false, respond: forgettingMembers(metered, mailbox.removeFor) },
    { prefix: '/_local', localOnly: true, respond: localRouter(routes) },
    { prefix: '/metrics', localOnly: true, respond: metricsRoute(metrics) },
    { prefix: '/', localOnly: false, respond: site },
  ];
};
