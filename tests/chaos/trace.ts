/** One step as it was seen. */
export interface TraceLine {
  /** Milliseconds of virtual time. */
  at: number;
  actor: string;
  what: string;
  fault?: string;
  detail?: string;
}

/** What happened, as a hash and, when somebody wants to read it, as lines. */
export interface Trace {
  note(at: number, actor: string, what: string, fault?: string, detail?: () => string): void;
  /** Of every step so far; two runs are the same run when it is the same. */
  hash(): string;
  readonly lines: readonly TraceLine[];
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over all steps; lines are kept only when asked for, because most seeds are never read. */
export const traceOf = ({ keepsLines }: { keepsLines: boolean }): Trace => {
  const lines: TraceLine[] = [];
  let state = FNV_OFFSET;
  const mix = (text: string) => {
    for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), FNV_PRIME);
  };
  return {
    lines,
    note(at, actor, what, fault, detail) {
      mix(`${at}|${actor}|${what}|${fault ?? ''}\n`);
      if (keepsLines)
        lines.push({ at, actor, what, ...(fault !== undefined && { fault }), ...(detail && { detail: detail() }) });
    },
    hash: () => (state >>> 0).toString(16).padStart(8, '0'),
  };
};

/** A line as people read it. */
export const shownLine = ({ at, actor, what, fault, detail }: TraceLine): string =>
  `${String(at).padStart(8)} ms  ${actor.padEnd(24)} ${what}${fault === undefined ? '' : `  !! ${fault}`}${detail === undefined ? '' : `  ${detail}`}`;
