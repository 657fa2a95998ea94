import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { GatewayRequest } from './gateway-event.ts';
import type { HttpAnswer } from './gateway-response.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
/** Vite puts a hash of the content into the names below `/assets/`. */
const HASHED = /^\/assets\/.+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** The same as on AWS: nothing from elsewhere runs, pictures may come from anywhere. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' http: https: data: blob:; media-src 'self' http: https: blob:; connect-src 'self' http://127.0.0.1:* ws://localhost:*; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

const plain = (status: number, text: string, headers: HttpAnswer['headers'] = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: Buffer.from(text),
});

/** The file a path means, undefined when there is none inside `root`. */
const fileOf = async (root: string, rawPath: string): Promise<string | undefined> => {
  try {
    const path = decodeURIComponent(rawPath);
    if (path.includes('\0')) return undefined;
    // `realpath` resolves dots and links, so that nothing outside the directory is reachable.
    const [base, file] = await Promise.all([realpath(root), realpath(join(root, path))]);
    return file.startsWith(`${base}${sep}`) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
};

const answerFile = async (file: string, rawPath: string, request: GatewayRequest): Promise<HttpAnswer> => {
  const body = await readFile(file);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': HASHED.test(rawPath) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
    ...SECURITY_HEADERS,
  };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers, body: Buffer.alloc(0) };
  return { status: 200, headers, body };
};

/** Serves the built web application; a page that is no file is `index.html`, the application finds the route. */
export const openSite =
  (root: string) =>
  async (request: GatewayRequest): Promise<HttpAnswer> => {
    const { method, rawPath, headers } = request;
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Method Not Allowed', { allow: 'GET, HEAD' });
    const file = await fileOf(root, rawPath);
    if (file) return answerFile(file, rawPath, request);
    const index =
      headers.accept?.includes('text/html') || rawPath === '/' ? await fileOf(root, '/index.html') : undefined;
    return index ? answerFile(index, '/index.html', request) : plain(404, 'Not Found');
  };
