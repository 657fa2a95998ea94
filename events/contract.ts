import type * as z from 'zod';
import type { Category } from './topics.ts';

/** What one kind of event says: its name on the wire, its shape, the streams it is written to. */
export interface Contract<Type extends string = string, Shape extends z.ZodType = z.ZodType> {
  type: Type;
  schemaVersion: number;
  shape: Shape;
  /** The category of the streams it belongs to, which is also its topic. */
  category: Category;
  /** Told to EventBridge as well, for listeners outside the backbone. */
  integration: boolean;
  /** From each older schema version to the next one. */
  upcasts: Readonly<Record<number, (older: unknown) => unknown>>;
  /** Personal data in it, which is readable only as long as its subject's key exists. */
  sealed?: Sealed;
}

/** The fields of an event that are about one person. */
export interface Sealed {
  /** The field that names the person; itself never sealed. */
  subject: string;
  /** The sealed fields, and what they read as for who may not open them, and for everybody once the key is erased. */
  blank: Readonly<Record<string, unknown>>;
}

interface Placement<Data> {
  category: Category;
  integration?: boolean;
  upcasts?: Contract['upcasts'];
  sealed?: { subject: keyof Data & string; blank: Partial<Data> };
}

/**
 * Declares an event: one sentence above it says what it means, the shape says it once.
 * @example contract('lending.loan-opened', 1, z.object({ loanId: LoanId }), { category: 'loan', integration: true })
 */
export const contract = <Type extends string, Shape extends z.ZodType>(
  type: Type,
  schemaVersion: number,
  shape: Shape,
  { category, integration = false, upcasts = {}, sealed }: Placement<z.infer<Shape>>,
): Contract<Type, Shape> => ({
  type,
  schemaVersion,
  shape,
  category,
  integration,
  upcasts,
  ...(sealed && { sealed }),
});

/** An event as a decider tells it: what happened, without where and when it was recorded. */
export type EventOf<C extends Contract> =
  C extends Contract<infer Type, infer Shape> ? { type: Type; data: z.infer<Shape> } : never;
