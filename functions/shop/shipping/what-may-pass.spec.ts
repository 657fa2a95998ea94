import { describe, expect, it } from 'vitest';
import { QueueFault } from '../../platform/queue.ts';
import { whatMayPass } from './what-may-pass.ts';

describe('a request that its queue did not take', () => {
  it.each([undefined, 429, 500, 503])('may be tried again when the status was %s', (status) =>
    expect(whatMayPass(Promise.reject(new QueueFault('no', status)))).rejects.toMatchObject({
      name: 'TransientFault',
    }));

  it.each([400, 403, 404])('is not tried again when the status was %i', (status) =>
    expect(whatMayPass(Promise.reject(new QueueFault('no', status)))).rejects.toMatchObject({ name: 'QueueFault' }));
});
