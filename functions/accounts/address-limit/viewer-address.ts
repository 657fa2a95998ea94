import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from '../../platform/http/http-request.ts';

/** Where the CDN says its word, and whom it saw; `frontDoorHeaders` in `infra/names.ts`. */
export const WORD_HEADER = 'x-bunko-front-door';
export const VIEWER_HEADER = 'x-bunko-viewer';

/** How long a word is believed to be the word: as long as a rotation may take to be heard of. */
const BELIEVED_MS = 60_000;

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));

/**
 * The address of who asks. Behind the CDN the gateway sees the CDN, which says whom it saw. Anybody can say that, also to
 * the gateway itself: who says it is believed only with the word that the CDN alone knows.
 */
export const viewerAddress = (readWord: () => Promise<string | undefined>) => {
  let known: { word: string | undefined; until: number } | undefined;
  const wordAt = async (now: number) => {
    if (!known || known.until <= now) known = { word: await readWord(), until: now + BELIEVED_MS };
    return known.word;
  };
  return async ({ event, header, now }: HttpRequest): Promise<string> => {
    const { sourceIp } = event.requestContext.http;
    const [said, viewer] = [header(WORD_HEADER), header(VIEWER_HEADER)];
    if (said === undefined || viewer === undefined) return sourceIp;
    const word = await wordAt(now.getTime());
    return word !== undefined && same(said, word) ? viewer : sourceIp;
  };
};

/** Where nothing stands before the gateway, it sees who asks. */
export const gatewayAddress = async ({ event }: HttpRequest): Promise<string> => event.requestContext.http.sourceIp;
