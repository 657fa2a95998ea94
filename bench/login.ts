import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { newBrowser } from '../tests/support/browser.ts';
import { startIdentityProvider } from '../tests/support/identity-provider.ts';
import { libraryAt } from '../tests/support/library.ts';
import { machine } from './machine.ts';
import { publish, sized } from './published.ts';
import { start, stop } from './started-system.ts';
import { differenceOfMedians, mannWhitney, median, seeded } from './statistics.ts';

const PORT = 4174;
const url = `http://localhost:${PORT}`;
const SIGN_INS = sized(400, 24);
/** Below the ten failures after which an account waits; every class uses each of its addresses as often. */
const PER_ADDRESS = 8;
const ADDRESSES = Math.ceil(SIGN_INS / PER_ADDRESS);
const WARM_UP = sized(40, 8);

/** Whose sign-in fails: somebody's with a wrong password, nobody's, and that of an account that has no password. */
const classes = ['known', 'unknown', 'withoutPassword'] as const;
type Class = (typeof classes)[number];
type Addresses = Readonly<Record<Class, readonly string[]>>;

const newAddress = () => `${uuid()}@example.test`;
const each = async (count: number, make: (index: number) => Promise<string>): Promise<string[]> => {
  const made: string[] = [];
  for (let index = 0; index < count; index++) made.push(await make(index));
  return made;
};

const addressesOf = async (
  provider: Awaited<ReturnType<typeof startIdentityProvider>>,
  count: number,
): Promise<Addresses> => {
  const library = libraryAt(url);
  const signInWith = async (index: number) => {
    const email = newAddress();
    provider.seat({ id: String(10_000 + index), name: 'Aki', email, isVerified: true });
    const page = await newBrowser().follow(
      new URL('/api/auth/google/authorize', url),
      ({ pathname }) => pathname === '/',
    );
    if (page.pathname !== '/') throw new Error(`signing in with the provider ended at ${page}`);
    return email;
  };
  return {
    known: await each(count, async () => (await library.register()).email),
    unknown: await each(count, async () => newAddress()),
    withoutPassword: await each(count, signInWith),
  };
};

/** One sign-in that fails; answers the milliseconds until its answer was read. */
const failing = async (email: string): Promise<number> => {
  const body = JSON.stringify({ email, password: 'not the password' });
  const began = performance.now();
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await answer.text();
  const took = performance.now() - began;
  if (answer.status !== 401) throw new Error(`a sign-in that must fail answered ${answer.status}`);
  return took;
};

/** Rounds of one sign-in of each class, in an order drawn anew for each round: what slows the machine slows all alike. */
const measured = async (addresses: Addresses, rounds: number): Promise<Record<Class, number[]>> => {
  const random = seeded(7);
  const times: Record<Class, number[]> = { known: [], unknown: [], withoutPassword: [] };
  for (let round = 0; round < rounds; round++) {
    const order = classes.map((one) => ({ one, at: random() })).toSorted((a, b) => a.at - b.at);
    for (const { one } of order) times[one].push(await failing(addresses[one][round % addresses[one].length] ?? ''));
  }
  return times;
};

const micro = (value: number): number => Math.round(value * 1000) / 1000;

const compared = (one: readonly number[], other: readonly number[]) => {
  const { low, high } = differenceOfMedians(one, other);
  return {
    medianDifferenceMs: micro(median(one) - median(other)),
    confidence95Ms: [micro(low), micro(high)],
    mannWhitneyP: micro(mannWhitney(one, other)),
  };
};

export const run = async (): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-bench-'));
  const provider = await startIdentityProvider();
  const environment = {
    GOOGLE_CLIENT_ID: provider.client.clientId,
    GOOGLE_CLIENT_SECRET: provider.client.clientSecret,
    GOOGLE_ISSUER: provider.issuer,
  };
  const { child } = await start(dataDir, PORT, environment);
  try {
    await provider.serve(url);
    await measured(await addressesOf(provider, Math.ceil(WARM_UP / PER_ADDRESS)), WARM_UP);
    const addresses = await addressesOf(provider, ADDRESSES);
    await libraryAt(url).settled();
    const times = await measured(addresses, SIGN_INS);
    const result = {
      bench: 'login',
      at: new Date().toISOString(),
      machine: machine(),
      signInsPerClass: SIGN_INS,
      medianMs: Object.fromEntries(classes.map((one) => [one, micro(median(times[one]))])),
      knownAgainstUnknown: compared(times.known, times.unknown),
      withoutPasswordAgainstUnknown: compared(times.withoutPassword, times.unknown),
      knownAgainstWithoutPassword: compared(times.known, times.withoutPassword),
    };
    publish(result);
  } finally {
    await stop(child);
    await provider.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
