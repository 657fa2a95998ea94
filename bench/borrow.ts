import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Library, libraryAt, type Member, type Reply } from '../tests/support/library.ts';
import { machine } from './machine.ts';
import { atRate, round, sideBySide, spreadOf } from './measure.ts';
import { publish, sized } from './published.ts';
import { start, stop } from './started-system.ts';

const PORT = 4173;
/** Below what two cores sustain, or waiting in line is all that is measured. */
const RATE = 8;
const STEADY_BORROWINGS = sized(400, 60);
const SUSTAINED_BORROWINGS = sized(600, 60);
const SIDE_BY_SIDE = 8;
/** Every so many borrowings the read models are watched; watching all would measure the watching. */
const WATCH_EVERY = 10;
/** Members borrow up to five volumes each, so that no limit is met. */
const PER_MEMBER = 5;

const url = `http://localhost:${PORT}`;

const shelves = async (library: Library, librarian: Member): Promise<string[]> => {
  const volumeIds: string[] = [];
  for (let index = 0; index < 40; index++) volumeIds.push((await library.newVolume(librarian, 100)).volumeId);
  return volumeIds;
};

const members = async (library: Library, count: number): Promise<Member[]> => {
  const all: Member[] = [];
  await sideBySide(2, count, async () => void all.push(await library.register()));
  return all;
};

/** Asks again, as any client would, for as long as the library is busy; the time counts. */
const patiently = async (ask: () => Promise<Reply>): Promise<Reply> => {
  const answer = await ask();
  return answer.status === 503 ? patiently(ask) : answer;
};

/** Borrows; answers the milliseconds it took and the token to see it with. */
const borrow = async (library: Library, member: Member, volumeId: string) => {
  const began = performance.now();
  const answer = await patiently(() => library.borrow(member, volumeId));
  if (answer.status !== 201) throw new Error(`a borrowing was refused: ${JSON.stringify(answer.body)}`);
  return { began, borrowed: performance.now() - began, token: answer.headers.get('x-consistency-token') ?? '' };
};

/** Borrows, then waits until every read model that a member sees shows it. */
const borrowAndSee = async (library: Library, member: Member, volumeId: string) => {
  const { began, borrowed, token } = await borrow(library, member, volumeId);
  const headers = { 'x-consistency-token': token };
  const reads = await Promise.all([
    patiently(() => library.call(`GET /api/volumes/${volumeId}/availability`, { headers })),
    patiently(() => library.call('GET /api/me/records?limit=1', { token: member.token, headers })),
    patiently(() => library.call(`GET /api/rankings/volumes?period=current-week&limit=1`, { headers })),
    patiently(() => library.call('GET /api/me/notifications?limit=1', { token: member.token, headers })),
  ]);
  const blind = reads.find(({ status }) => status !== 200);
  if (blind) throw new Error(`a read model did not follow: ${JSON.stringify(blind.body)}`);
  return { borrowed, seen: performance.now() - began };
};

/** Resident memory of a process, in MiB, as the kernel counts it. */
const memoryOf = (pid: number | undefined): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
};

export const run = async (): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-bench-'));
  await stop((await start(dataDir, PORT)).child);
  const { child, seconds: readySeconds } = await start(dataDir, PORT);
  try {
    const library = libraryAt(url);
    const volumeIds = await shelves(library, await library.signIn('librarian'));
    const people = await members(library, Math.ceil((STEADY_BORROWINGS + SUSTAINED_BORROWINGS + 40) / PER_MEMBER));
    await library.settled();
    // Each turn is another member or another volume of the same member.
    const turn = (index: number) => {
      const member = people[index % people.length];
      const volumeId = volumeIds[(index * 7 + Math.floor(index / people.length)) % volumeIds.length];
      if (!member || volumeId === undefined) throw new Error('nobody to borrow');
      return [member, volumeId] as const;
    };
    for (let index = 0; index < 40; index++) await borrowAndSee(library, ...turn(index));
    await library.settled();

    const borrowed: number[] = [];
    const seen: number[] = [];
    await atRate(RATE, STEADY_BORROWINGS, async (index) => {
      if (index % WATCH_EVERY > 0) return void borrowed.push((await borrow(library, ...turn(40 + index))).borrowed);
      const times = await borrowAndSee(library, ...turn(40 + index));
      borrowed.push(times.borrowed);
      seen.push(times.seen);
    });
    await library.settled();
    const sustained = await sideBySide(SIDE_BY_SIDE, SUSTAINED_BORROWINGS, async (index) => {
      const { status, body } = await patiently(() => library.borrow(...turn(40 + STEADY_BORROWINGS + index)));
      if (status !== 201) throw new Error(JSON.stringify(body));
    });
    await library.settled();

    const result = {
      bench: 'borrow',
      at: new Date().toISOString(),
      machine: machine(),
      secondsToReady: round(readySeconds),
      borrowMs: { rate: RATE, ...spreadOf(borrowed) },
      allReadModelsMs: { rate: RATE, ...spreadOf(seen) },
      sustainedPerSecond: round(SUSTAINED_BORROWINGS / sustained),
      memoryMiB: memoryOf(child.pid),
    };
    publish(result);
  } finally {
    await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
};
