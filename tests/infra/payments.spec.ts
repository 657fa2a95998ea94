import { describe, expect, it } from 'vitest';
import { resourcesOf } from './assembly.ts';

const SECRET = '/bunko/dev/payments/stripe-secret-key';
const ASKS_THE_GATEWAY = ['authorize-payment', 'capture-payment', 'place-order', 'refund-payment', 'void-payment'];

const settingsOf = (resources: ReturnType<typeof resourcesOf>) =>
  resources.flatMap(({ Type, Properties }) => {
    const { Variables } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
    return Type === 'AWS::Lambda::Function' && Variables?.PAYMENTS !== undefined
      ? [{ name: String(Properties.FunctionName).replace('bunko-dev-', ''), ...Variables }]
      : [];
  });

// Each test synthesises the whole app.
describe('payments', { timeout: 480_000 }, () => {
  it('are simulated unless a stage says otherwise, and then nobody may read a secret', () => {
    const resources = resourcesOf('dev');
    const asking = settingsOf(resources);
    expect(asking.map(({ name }) => name).toSorted()).toEqual(ASKS_THE_GATEWAY);
    for (const settings of asking)
      expect(settings).toMatchObject({
        PAYMENTS: 'simulated',
        PAYMENT_LATENCY_MS: '100',
        PAYMENT_TIME_LIMIT_MS: '8000',
      });
    expect(JSON.stringify(resources)).not.toContain('payments/stripe-secret-key');
  });

  it('go through Stripe where a stage says so: its functions know the name of the secret, and they alone may read it', () => {
    const resources = resourcesOf('dev', undefined, { payments: 'stripe' });
    const asking = settingsOf(resources);
    expect(asking.map(({ name }) => name).toSorted()).toEqual(ASKS_THE_GATEWAY);
    for (const settings of asking) expect(settings).toMatchObject({ PAYMENTS: 'stripe', STRIPE_SECRET_KEY: SECRET });
    const readers = resources.filter(
      ({ Type, Properties }) =>
        Type === 'AWS::IAM::Policy' && JSON.stringify(Properties.PolicyDocument).includes(`parameter${SECRET}`),
    );
    expect(readers).toHaveLength(ASKS_THE_GATEWAY.length);
  });
});
