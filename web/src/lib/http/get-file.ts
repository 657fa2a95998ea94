import { consistency } from './consistency.ts';
import { send } from './request.ts';

/** Reads an answer that is a file, as the member. Rejects with `RequestFailed`. */
export const getFile = async (path: string, type: string): Promise<Blob> => {
  const token = consistency.tokenFor(path);
  const response = await send({
    method: 'GET',
    path,
    headers: { accept: type, ...(token !== undefined && { 'x-consistency-token': token }) },
  });
  if (token !== undefined) consistency.seen(token, path);
  return response.blob();
};
