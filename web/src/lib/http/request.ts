import { accessToken } from './access-token.ts';
import { failureOfAnswer, RequestFailed } from './failure.ts';
import { refreshOnce } from './refresh.ts';

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Sent without the access token, and a 401 is an answer like any other (signing in). */
  anonymous?: boolean;
}

/** Asks once; rejects with `unreachable` when nobody answers. An aborted request rejects as `fetch` does. */
const ask = async ({ method, path, body, headers, signal, anonymous }: Request): Promise<Response> => {
  const token = anonymous ? undefined : accessToken();
  try {
    return await fetch(path, {
      method,
      cache: 'no-cache',
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestFailed({ kind: 'unreachable' }, { cause: error });
  }
};

/** Answers a success; a 401 is tried once more after the session was refreshed; anything else rejects with its failure. */
export const send = async (request: Request): Promise<Response> => {
  const usedToken = accessToken();
  let response = await ask(request);
  if (response.status === 401 && !request.anonymous && usedToken !== undefined) {
    // Another request may have refreshed in the meantime: then its token is good for this one too.
    const refreshed = accessToken() !== usedToken ? accessToken() !== undefined : await refreshOnce();
    if (refreshed) response = await ask(request);
  }
  if (!response.ok) throw new RequestFailed(await failureOfAnswer(response));
  return response;
};
