import { describe, expect, it } from 'vitest';
import { SuspendCardRequest } from './request.ts';

const reasonOf = (reason: unknown) => SuspendCardRequest.safeParse({ reason });

describe('the reason of a suspension', () => {
  it('is kept without blanks around it, composed', () =>
    expect(reasonOf(' カ\u3099ード紛失\nlost ').data).toEqual({ reason: 'ガード紛失\nlost' }));

  it.each(['', '  \n ', 'a\u0000b', 'a\u001bb', '\ud800', 'x'.repeat(501), 7, undefined])('is not %j', (reason) =>
    expect(reasonOf(reason).success).toBe(false));
});
