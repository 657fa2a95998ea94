import * as z from 'zod';
import { type FaultPlace, faultKinds, faultPlaces, faultTable } from './fault-table.ts';

const MOST_RULES = 100;
const LONGEST_DELAY_MS = 600_000;

const Rule = z
  .strictObject({
    at: z.enum(faultPlaces),
    kind: z.enum(faultKinds),
    /** An exact name; every table, topic, bus, queue or function unless told. */
    target: z.string().min(1).max(256).optional(),
    /** Of each occasion; 1 unless told. */
    probability: z.number().min(0).max(1).optional(),
    /** How often it happens; without limit unless told. */
    times: z.int().min(1).optional(),
    /** 100 unless told, 30,000 for `hang`. */
    delayMs: z.int().min(0).max(LONGEST_DELAY_MS).optional(),
  })
  .superRefine(({ at, kind, target }, context) => {
    if (faultTable[at][kind] === undefined)
      context.addIssue({ code: 'custom', path: ['kind'], message: `${at} knows ${kindsAt(at)}` });
    if (at === 'mail' && target !== undefined)
      context.addIssue({ code: 'custom', path: ['target'], message: 'mail has no targets' });
  });
export type FaultRule = z.infer<typeof Rule>;

const kindsAt = (at: FaultPlace): string => Object.keys(faultTable[at]).join(', ');

/** What is to go wrong: the rules, and the seed from which each rule draws its chances. */
export const FaultPlan = z.strictObject({ seed: z.int(), rules: z.array(Rule).max(MOST_RULES) });
export type FaultPlan = z.infer<typeof FaultPlan>;
