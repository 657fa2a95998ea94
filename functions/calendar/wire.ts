import { decide } from '../platform/wire.ts';
import { beginDay } from './commands/begin-day/begin-day.ts';

/** The one place in this domain that knows what stands behind the ports. */
export const calendar = { beginDay: beginDay({ decide }) };
