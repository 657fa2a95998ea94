import { seenBy } from '../../../platform/http/consistency-token.ts';
import { paramsOf } from '../../../platform/http/http-request.ts';
import { httpShell } from '../../../platform/http/http-shell.ts';
import { drawingOf } from './drawing.ts';
import { avatarEndpoint } from './endpoint.ts';

const headers = {
  'content-type': 'image/svg+xml',
  'cache-control': 'public, max-age=31536000, immutable',
  // Opened by itself it is a document of our site: it may do nothing there.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

export const handler = httpShell((http) => {
  seenBy(http);
  const { file } = paramsOf(avatarEndpoint.params, http);
  return { statusCode: 200, headers, body: drawingOf(file) };
});
