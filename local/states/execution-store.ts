import { createHash } from 'node:crypto';
import * as z from 'zod';
import { atomically, type State } from '../state.ts';
import type { Json } from './asl-states.ts';

export const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
export type Status = (typeof statuses)[number];

/** One execution of a state machine; instants are milliseconds of the movable clock. */
export interface Execution {
  arn: string;
  name: string;
  machineArn: string;
  machineName: string;
  roleArn: string;
  /** The definition it began with, and goes on with. */
  definition: string;
  /** As JSON, and so is `output`. */
  input: string;
  status: Status;
  startDate: number;
  stopDate: number | null;
  output: string | null;
  error: string | null;
  cause: string | null;
  redriveCount: number;
  redriveDate: number | null;
  traceHeader: string;
}

/** What is remembered of one step of an execution; `last` is the history event that came with it. */
export interface Memo {
  value: Json;
  last: number;
}

/** An event of the history as `GetExecutionHistory` shows it, without its number; `timestamp` in seconds. */
export type HistoryEvent = { id: number; previousEventId: number; timestamp: number; type: string } & Record<
  string,
  unknown
>;

const TABLES = `
  CREATE TABLE IF NOT EXISTS states_definitions (hash TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS states_executions (
    n INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, status TEXT NOT NULL,
    definition TEXT NOT NULL, execution TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS states_executions_by_machine ON states_executions (machine, n);
  CREATE INDEX IF NOT EXISTS states_executions_by_status ON states_executions (status);
  CREATE TABLE IF NOT EXISTS states_memos (
    arn TEXT NOT NULL, place TEXT NOT NULL, value TEXT NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (arn, place)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS states_history (
    arn TEXT NOT NULL, id INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (arn, id)) WITHOUT ROWID;`;

const Stored = z.object({
  arn: z.string(),
  name: z.string(),
  machineArn: z.string(),
  machineName: z.string(),
  roleArn: z.string(),
  input: z.string(),
  status: z.enum(statuses),
  startDate: z.number(),
  stopDate: z.number().nullable(),
  output: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
  redriveCount: z.number(),
  redriveDate: z.number().nullable(),
  traceHeader: z.string(),
});
const Row = z.object({ n: z.number(), execution: z.string(), text: z.string() });
const MemoRow = z.object({ place: z.string(), value: z.string(), last: z.number() });
const EventRow = z.object({ event: z.string() });
const EventShape = z.looseObject({
  id: z.number(),
  previousEventId: z.number(),
  timestamp: z.number(),
  type: z.string(),
});

const statements = (state: State) => {
  state.exec(TABLES);
  const select = `SELECT n, execution, text FROM states_executions JOIN states_definitions ON hash = definition`;
  return {
    define: state.prepare('INSERT OR IGNORE INTO states_definitions (hash, text) VALUES (?, ?)'),
    add: state.prepare(
      'INSERT INTO states_executions (arn, machine, status, definition, execution) VALUES (?, ?, ?, ?, ?)',
    ),
    change: state.prepare('UPDATE states_executions SET status = ?, execution = ? WHERE arn = ?'),
    find: state.prepare(`${select} WHERE arn = ?`),
    running: state.prepare(`${select} WHERE status = 'RUNNING' ORDER BY n`),
    list: state.prepare(
      `${select} WHERE machine = :machine AND n < :before AND (:status IS NULL OR status = :status)
        AND (:redriven IS NULL OR (json_extract(execution, '$.redriveCount') > 0) = :redriven) ORDER BY n DESC LIMIT :limit`,
    ),
    memos: state.prepare('SELECT place, value, last FROM states_memos WHERE arn = ?'),
    remember: state.prepare('INSERT OR REPLACE INTO states_memos (arn, place, value, last) VALUES (?, ?, ?, ?)'),
    forget: state.prepare('DELETE FROM states_memos WHERE arn = ? AND place = ?'),
    happened: state.prepare('INSERT INTO states_history (arn, id, event) VALUES (?, ?, ?)'),
    lastId: state.prepare('SELECT max(id) AS id FROM states_history WHERE arn = ?'),
    history: state.prepare('SELECT event FROM states_history WHERE arn = ? AND id > ? ORDER BY id LIMIT ?'),
    historyBack: state.prepare('SELECT event FROM states_history WHERE arn = ? AND id < ? ORDER BY id DESC LIMIT ?'),
  };
};

const executionOf = (raw: unknown): Execution & { n: number } => {
  const { n, execution, text } = Row.parse(raw);
  return { ...Stored.parse(JSON.parse(execution)), definition: text, n };
};
const stored = (execution: Execution): string => JSON.stringify(Stored.parse(execution));
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Which executions of a machine are listed, the newest first; `before` is the place in the list where a page ended. */
export interface ListWish {
  machineArn: string;
  status?: Status | undefined;
  /** Only those that were redriven, or only the others. */
  redriven?: boolean | undefined;
  before?: number | undefined;
  limit: number;
}

/** Everything that is known of executions, in the runtime's state; a write that has returned survives `kill -9`. */
export const openExecutionStore = (state: State) => {
  const sql = statements(state);
  return {
    /** Runs `work` in one transaction. */
    atomically: <T>(work: () => T): T => atomically(state, work),
    add(execution: Execution): void {
      const hash = hashOf(execution.definition);
      sql.define.run(hash, execution.definition);
      sql.add.run(execution.arn, execution.machineArn, execution.status, hash, stored(execution));
    },
    change: (execution: Execution): void => void sql.change.run(execution.status, stored(execution), execution.arn),
    find(arn: string): Execution | undefined {
      const row = sql.find.get(arn);
      return row && executionOf(row);
    },
    running: (): Execution[] => sql.running.all().map(executionOf),
    list: ({ machineArn, status, redriven, before, limit }: ListWish) =>
      sql.list
        .all({
          machine: machineArn,
          before: before ?? Number.MAX_SAFE_INTEGER,
          status: status ?? null,
          redriven: redriven === undefined ? null : Number(redriven),
          limit,
        })
        .map(executionOf),
    memos(arn: string): Map<string, Memo> {
      const rows = sql.memos.all(arn).map((row) => MemoRow.parse(row));
      return new Map(rows.map(({ place, value, last }) => [place, { value: z.json().parse(JSON.parse(value)), last }]));
    },
    remember: (arn: string, place: string, { value, last }: Memo): void =>
      void sql.remember.run(arn, place, JSON.stringify(value), last),
    forget(arn: string, places: readonly string[]): void {
      for (const place of places) sql.forget.run(arn, place);
    },
    happened(arn: string, events: readonly HistoryEvent[]): void {
      for (const event of events) sql.happened.run(arn, event.id, JSON.stringify(event));
    },
    lastEventId: (arn: string): number => Number(sql.lastId.get(arn)?.id ?? 0),
    /** The events after `after`, or with `reverse` those before it, the newest first. */
    history(arn: string, { after, limit, reverse = false }: HistoryWish): HistoryEvent[] {
      const rows = reverse
        ? sql.historyBack.all(arn, after ?? Number.MAX_SAFE_INTEGER, limit)
        : sql.history.all(arn, after ?? 0, limit);
      return rows.map((row) => EventShape.parse(JSON.parse(EventRow.parse(row).event)));
    },
  };
};
export type ExecutionStore = ReturnType<typeof openExecutionStore>;

interface HistoryWish {
  after?: number | undefined;
  limit: number;
  reverse?: boolean | undefined;
}
