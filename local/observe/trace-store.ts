import * as z from 'zod';
import { atomically, type State } from '../state.ts';

/** A segment or subsegment as X-Ray stores it; `document` is its JSON text. */
export interface Segment {
  traceId: string;
  id: string;
  parentId: string | null;
  name: string;
  /** Seconds since the epoch. */
  startTime: number;
  document: string;
}

/** The latest segments of all functions. */
export interface TraceStore {
  /** Takes a segment document; malformed ones are ignored. */
  add(document: string): void;
  /** All segments of one trace, in order of time. */
  segmentsOf(traceId: string): readonly Segment[];
  /** Writes what is still in memory. */
  flush(): void;
}

const SEGMENT_LIMIT = 20_000;
const FLUSH_AFTER_MS = 200;
const BUFFER_LIMIT = 2000;

const Document = z.looseObject({
  trace_id: z.string(),
  id: z.string(),
  parent_id: z.string().nullish(),
  name: z.string(),
  start_time: z.number(),
});
const Row = z.object({
  trace_id: z.string(),
  id: z.string(),
  parent_id: z.string().nullable(),
  name: z.string(),
  start_time: z.number(),
  document: z.string(),
});

const parsed = (text: string) => {
  try {
    return Document.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Opens the store in the runtime's state; the oldest segments make room for new ones. */
export const openTraces = (state: State): TraceStore => {
  state.exec(`CREATE TABLE IF NOT EXISTS trace_segments (
    n INTEGER PRIMARY KEY AUTOINCREMENT, trace_id TEXT NOT NULL, id TEXT NOT NULL, parent_id TEXT, name TEXT NOT NULL,
    start_time REAL NOT NULL, document TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS trace_segments_by_trace ON trace_segments (trace_id);`);
  const insert = state.prepare(
    'INSERT INTO trace_segments (trace_id, id, parent_id, name, start_time, document) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const trim = state.prepare('DELETE FROM trace_segments WHERE n <= (SELECT max(n) FROM trace_segments) - ?');
  const select = state.prepare('SELECT * FROM trace_segments WHERE trace_id = ? ORDER BY start_time, n');
  let buffer: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const documents = buffer;
    buffer = [];
    if (documents.length === 0) return;
    atomically(state, () => {
      for (const text of documents) {
        const segment = parsed(text);
        if (segment)
          insert.run(segment.trace_id, segment.id, segment.parent_id ?? null, segment.name, segment.start_time, text);
      }
      trim.run(SEGMENT_LIMIT);
    });
  };

  return {
    add(document) {
      if (buffer.length < BUFFER_LIMIT) buffer.push(document);
      timer ??= setTimeout(flush, FLUSH_AFTER_MS).unref();
    },
    segmentsOf(traceId) {
      flush();
      return select.all(traceId).map((row) => {
        const { trace_id, parent_id, start_time, ...rest } = Row.parse(row);
        return { traceId: trace_id, parentId: parent_id, startTime: start_time, ...rest };
      });
    },
    flush,
  };
};
