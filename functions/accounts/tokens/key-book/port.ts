import type { KeyTimeline } from '../key-timeline.ts';

/** Which keys sign when. Before the first rotation that is the key of the stack alone. */
export interface KeyBook {
  read(): Promise<{ timeline: KeyTimeline; version: number }>;
  /** Replaces what was read; answers whether nobody else had done so meanwhile. */
  replace(timeline: KeyTimeline, versionRead: number): Promise<boolean>;
}
