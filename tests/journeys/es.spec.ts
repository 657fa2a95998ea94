import { beforeAll, describe, expect, it } from 'vitest';
import { es, esRunning } from '../support/es-command.ts';
import type { Member } from '../support/library.ts';
import { eventually, withSystem } from '../support/system.ts';

const system = withSystem();
const at = () => ['--url', system().running.url];

let member: Member;
let volumeId: string;
let loan: string;

beforeAll(async () => {
  const { library } = system();
  ({ volumeId } = await library.newVolume(await library.signIn('librarian'), 2));
  member = await library.register('Zuleika');
  await library.settled();
  const { loanId } = (await library.borrow(member, volumeId)).body;
  loan = `main#loan#${loanId}`;
  expect((await library.call(`POST /api/loans/${loanId}/return`, member)).status).toBe(200);
  await library.settled();
});

describe('dump', () => {
  it('prints all events as JSON lines, in order per stream, personal data blank', async () => {
    const { status, output, json } = await es('dump', ...at());
    expect(status).toBe(0);
    for (const [stream, events] of Map.groupBy(json(), (event) => event.stream))
      expect(
        events.map(({ version }) => version),
        stream,
      ).toEqual(events.map((_, index) => index + 1));
    const registered = json().find(
      ({ type, data }) => type === 'accounts.account-registered' && data.memberId === member.id,
    );
    expect(registered).toMatchObject({ data: { name: '', email: '' }, metadata: { actor: { kind: 'anyone' } } });
    expect(output).not.toContain(member.email);
  });

  it('opens personal data for who asks for it and may', async () => {
    const { json } = await es('dump', '--stream', `main#account#${member.id}`, '--personal', ...at());
    expect(json()[0]).toMatchObject({ version: 1, data: { name: 'Zuleika', email: member.email } });
  });

  it('shows only a category, only a time, or the items as they lie in the table', async () => {
    const shelves = await es('dump', '--category', 'shelf', ...at());
    expect(new Set(shelves.json().map(({ stream }) => stream.split('#')[1]))).toEqual(new Set(['shelf']));
    expect((await es('dump', '--to', '2020-01-01', ...at())).output).toBe('');
    const raw = await es('dump', '--raw', '--stream', loan, ...at());
    expect(raw.json()[0]).toMatchObject({
      pk: loan,
      sk: 1,
      v: 1,
      t: ['lending.loan-opened'],
      m: { actor: { id: member.id } },
    });
  });
});

describe('tail', () => {
  it('prints what there is and ends, when it is told to', async () => {
    const { status, json } = await es('tail', '--once', '--json', '--type', 'lending.loan-opened', ...at());
    expect([status, json().map(({ stream }) => stream)]).toEqual([0, [loan]]);
  });

  it('prints events as they are committed, until it is interrupted', async () => {
    const { library } = system();
    const tail = esRunning('tail', '--json', '--category', 'loan', ...at());
    await eventually(async () => tail.said.find((line) => line.startsWith('listening')));
    const { loanId } = (await library.borrow(member, volumeId)).body;
    const line = await eventually(async () => tail.lines[0]);
    expect(JSON.parse(line)).toMatchObject({ stream: `main#loan#${loanId}`, version: 1, type: 'lending.loan-opened' });
    expect(await tail.interrupt()).toBe(0);
    expect(tail.lines).toHaveLength(1);
  });
});

describe('state and diff', () => {
  it('show what each domain makes of a stream at a version, with the events that led to it', async () => {
    const [first] = (await es('state', '--stream', loan, '--at', '1', '--json', ...at())).json();
    expect(first).toMatchObject({ version: 1, states: { 'lending/loan': { status: 'open' } } });
    expect(first.events).toHaveLength(1);
    const shelf = await es('state', '--stream', `main#shelf#${volumeId}`, ...at());
    expect(shelf.output).toMatch(/inventory\.shelf-opened.*inventory\/shelf at version.*lending\/shelf at version/s);
  });

  it('show what changed between two versions', async () => {
    const { json } = await es('diff', '--stream', loan, '--from', '1', '--to', '2', '--json', ...at());
    expect(json()).toContainEqual({ aggregate: 'lending/loan', path: 'status', before: 'open', after: 'returned' });
  });
});

describe('causation', () => {
  it('is the tree of a story, by its correlation or around one of its events', async () => {
    const account = `main#account#${member.id}`;
    const [registered] = (await es('dump', '--stream', account, ...at())).json();
    const story = await es('causation', '--correlation', registered.metadata.correlationId, '--json', ...at());
    expect(story.json()).toMatchObject([
      { depth: 1, stream: account, type: 'accounts.account-registered' },
      {
        depth: 2,
        stream: `main#card#${member.id}`,
        type: 'membership.card-issued',
        metadata: { causationId: registered.id },
      },
    ]);
    const around = await es('causation', '--event', registered.id, ...at());
    expect(around.output).toMatch(/└─ accounts\.account-registered.*\n {3}└─ membership\.card-issued/s);
    expect(story.json()[1].commit).toContain(registered.id);
  });
});

describe('a command line that cannot be understood', () => {
  it.each([
    [['unheard-of'], 'unheard-of'],
    [['dump', '--colour', 'red'], '--colour'],
    [['state', '--stream', 'loan-1'], '--stream'],
    [['doctor', '--unproven'], '--unproven'],
  ])('%j is answered with the usage, and the option is named', async (args, named) => {
    const { status, complaint, output } = await es(...args);
    expect([status, output]).toEqual([2, '']);
    expect(complaint.split('\n')[0]).toContain(named);
    expect(complaint).toContain('npm run es -- <command>');
  });

  it('names the version, the stream and the story that are not there', async () => {
    for (const [named, ...args] of [
      ['--at', 'state', '--stream', loan, '--at', '99'],
      ['--stream', 'state', '--stream', 'main#loan#nobody'],
      ['--event', 'causation', '--event', 'nobody.0'],
    ]) {
      const { status, complaint } = await es(...args, ...at());
      expect([status, complaint.split('\n')[0]]).toEqual([2, expect.stringContaining(named ?? '')]);
    }
  });

  it('says what to do when no system is there', async () => {
    const { status, complaint } = await es('dump', '--url', 'http://127.0.0.1:9');
    expect([status, complaint]).toEqual([1, expect.stringContaining('npm start')]);
  });
});
