import type { FunctionRuntime } from '../functions/function-runtime.ts';
import { type Gateway, openGateway } from '../http/gateway.ts';
import type { Clock } from '../ports.ts';
import type { LoadedAssembly } from './loaded-assembly.ts';
import { StartProblem } from './start-problem.ts';

/** The HTTP API, whose routes can be replaced while it serves. */
export interface FrontDoor {
  gateway: Gateway;
  /** Takes the routes of another assembly; throws a `StartProblem`, and changes nothing, when it has none. */
  lead(assembly: LoadedAssembly): void;
}

/** Opens the API of an assembly; throws a `StartProblem` when it has none. */
export const openFrontDoor = (first: LoadedAssembly, functions: FunctionRuntime, clock: Clock): FrontDoor => {
  const gatewayOf = ({ api }: LoadedAssembly): Gateway => {
    if (!api) throw new StartProblem('no-http-api', 'the cloud assembly has no HTTP API');
    return openGateway(api, functions, clock);
  };
  let gateway = gatewayOf(first);
  return {
    gateway: (request) => gateway(request),
    lead(assembly) {
      gateway = gatewayOf(assembly);
    },
  };
};
