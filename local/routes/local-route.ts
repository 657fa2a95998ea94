import type { GatewayRequest } from '../http/gateway-event.ts';
import type { HttpAnswer } from '../http/gateway-response.ts';

/** One route of the local target; `parameters` are decoded. */
export interface LocalRoute {
  /** `GET /_local/mail/{id}`, as in an HTTP API. */
  routeKey: string;
  answer(request: LocalRequest): Promise<HttpAnswer> | HttpAnswer;
}

export interface LocalRequest extends GatewayRequest {
  parameters: Readonly<Record<string, string>>;
  query: URLSearchParams;
}
