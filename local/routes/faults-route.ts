import type { FaultBook } from '../faults/fault-book.ts';
import { FaultPlan } from '../faults/fault-plan.ts';
import { jsonAnswer } from '../http/gateway-response.ts';
import { invalidShape, jsonIn } from './invalid-request.ts';
import type { LocalRoute } from './local-route.ts';

/** Shows, replaces and ends what goes wrong on purpose: a POST puts its rules in the place of all former ones. */
export const faultsRoutes = (faults: Pick<FaultBook, 'replace' | 'shown'>): LocalRoute[] => [
  { routeKey: 'GET /_local/faults', answer: () => jsonAnswer(200, faults.shown()) },
  {
    routeKey: 'POST /_local/faults',
    answer({ body }) {
      const plan = FaultPlan.safeParse(jsonIn(body));
      if (!plan.success) return invalidShape(plan.error);
      faults.replace(plan.data);
      return jsonAnswer(200, faults.shown());
    },
  },
  {
    routeKey: 'DELETE /_local/faults',
    answer() {
      faults.replace({ seed: 0, rules: [] });
      return { status: 204, headers: {}, body: Buffer.alloc(0) };
    },
  },
];
