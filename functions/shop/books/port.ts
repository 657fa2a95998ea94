import type { OrderId } from '../../../events/ids.ts';

/** What a line becomes, undefined when it stays as it is, and what the caller hears. */
export interface Turn<Line, Answer> {
  line?: Line;
  answer: Answer;
}
/** Pure: it may be asked again with a line that changed meanwhile. */
export type Rule<Line, Answer> = (found: Line | undefined) => Turn<Line, Answer>;

/** What somebody outside keeps: one line per order. Two who change a line at once take turns. */
export interface Book<Line> {
  read(orderId: OrderId): Promise<Line | undefined>;
  /** Applies a rule to the line of an order as it is. Throws what the rule throws. */
  turn<Answer>(orderId: OrderId, rule: Rule<Line, Answer>): Promise<Answer>;
}
