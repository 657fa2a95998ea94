import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonLog } from '../log.ts';
import { jsonAnswer } from './gateway-response.ts';
import { type HttpServer, startServer } from './server.ts';

let server: HttpServer;
beforeAll(async () => {
  const mounts = [{ prefix: '/_local', localOnly: true, respond: () => jsonAnswer(200, {}) }];
  server = await startServer({ port: 0, mounts, log: jsonLog({ quiet: true }) });
});
afterAll(() => server.stop());

const statusFor = (headers: Record<string, string>) =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path: '/_local', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject).end();
  });

it.each([
  [{ host: 'localhost:4000' }, 200],
  [{ host: '[::1]:4000' }, 200],
  [{ host: '127.0.0.1', origin: 'http://localhost:5173' }, 200],
  [{ host: 'evil.example' }, 403],
  [{ host: 'localhost.evil.example' }, 403],
  [{ host: 'localhost:4000', origin: 'https://evil.example' }, 403],
  [{ host: 'localhost:4000', origin: 'null' }, 403],
])('a caller with %j is answered %i', async (headers, status) => expect(await statusFor(headers)).toBe(status));
