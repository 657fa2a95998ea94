import { describe, expect, it } from 'vitest';
import { functionAnswer } from './gateway-response.ts';

describe('what a function returns', () => {
  it('is a body with status 200 when it has no status', () => {
    const { status, headers, body } = functionAnswer({ hello: 'world' });
    expect([status, headers['content-type'], body.toString()]).toEqual([200, 'application/json', '{"hello":"world"}']);
  });

  it('becomes status, headers, cookies and body', () => {
    const answer = functionAnswer({
      statusCode: '201',
      headers: { Location: '/x', 'X-Count': 3 },
      cookies: ['a=1', 'b=2'],
      body: 'made',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ location: '/x', 'x-count': '3', 'set-cookie': ['a=1', 'b=2'] });
    expect(answer.body.toString()).toBe('made');
  });

  it('may carry bytes', () => {
    expect(functionAnswer({ statusCode: 200, body: '/wA=', isBase64Encoded: true }).body).toEqual(
      Buffer.from([255, 0]),
    );
  });

  it.each([
    [{ statusCode: 'many' }],
    [{ statusCode: 200, body: { not: 'text' } }],
    [{ statusCode: 99 }],
  ])('is an internal error when it is malformed: %j', (payload) => expect(functionAnswer(payload).status).toBe(500));
});
