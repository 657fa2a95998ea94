import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchDir } from '../assembly/given-assembly.ts';
import type { GatewayRequest } from './gateway-event.ts';
import { openSite } from './static-site.ts';

const outside = scratchDir();
writeFileSync(join(outside, 'secret.txt'), 'secret');
const root = join(outside, 'dist');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(root, 'index.html'), '<html>');
writeFileSync(join(root, 'assets', 'index-B1x_9zQa.js'), 'js');
symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
const site = openSite(root);

const ask = (rawPath: string, headers: Record<string, string> = {}, method = 'GET') => {
  const request: GatewayRequest = {
    method,
    rawPath,
    headers,
    rawQueryString: '',
    cookies: [],
    body: Buffer.alloc(0),
    sourceIp: '',
    protocol: '',
  };
  return site(request);
};

describe('the web application', () => {
  it('is served with types and lasting caches for hashed names', async () => {
    const script = await ask('/assets/index-B1x_9zQa.js');
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    });
    expect((await ask('/')).headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });

  it('answers 304 to who has it already', async () => {
    const { headers } = await ask('/');
    expect((await ask('/', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  it('finds its own routes: a page that is no file is index.html, anything else is 404', async () => {
    expect((await ask('/loans/1', { accept: 'text/html,*/*' })).body.toString()).toBe('<html>');
    expect((await ask('/loans/1', { accept: 'application/json' })).status).toBe(404);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/link.txt',
    '/assets',
    '/%00',
    '/%zz',
  ])('gives nothing outside its directory: %s', async (path) => expect((await ask(path)).status).toBe(404));
});
