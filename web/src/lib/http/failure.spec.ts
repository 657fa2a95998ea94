import { describe, expect, it } from 'vitest';
import { failureOf, failureOfAnswer, mayPass, RequestFailed } from './failure.ts';

const answer = (body: string, status: number) => new Response(body, { status });

describe('an answer that is no success', () => {
  it('is read as the problem it carries', async () => {
    const failure = await failureOfAnswer(answer('{"status":409,"code":"no-copy-available","extra":1}', 409));
    expect(failure).toEqual({ kind: 'problem', problem: { status: 409, code: 'no-copy-available' } });
  });

  it('is a problem of its status when it is not a problem document', async () => {
    expect(await failureOfAnswer(answer('<h1>Bad gateway</h1>', 502))).toMatchObject({ problem: { status: 502 } });
    expect(await failureOfAnswer(answer('', 404))).toMatchObject({ problem: { code: 'not-found' } });
  });
});

describe('a caught value', () => {
  it('tells its failure by a field, and counts as unreadable without one', () => {
    expect(failureOf(new RequestFailed({ kind: 'unreachable' }))).toEqual({ kind: 'unreachable' });
    expect(failureOf(new TypeError('x'))).toEqual({ kind: 'unreadable' });
    expect(failureOf('x')).toEqual({ kind: 'unreadable' });
  });
});

describe('whether another try may help', () => {
  it('may when nobody answered or the library is busy, not after a refusal or too many tries', () => {
    expect(mayPass({ kind: 'unreachable' })).toBe(true);
    expect(mayPass({ kind: 'problem', problem: { status: 503, code: 'not-yet-consistent' } })).toBe(true);
    expect(mayPass({ kind: 'problem', problem: { status: 409, code: 'already-borrowed' } })).toBe(false);
    expect(mayPass({ kind: 'problem', problem: { status: 429, code: 'too-many-requests' } })).toBe(false);
  });
});
