import type { ScheduledEvent } from 'aws-lambda';
import { lambda } from '../../../platform/lambda.ts';
import { settled } from '../../../platform/settled.ts';
import { calendar } from '../../wire.ts';

export const handler = lambda<ScheduledEvent, void>(({ id, time }) => settled(calendar.beginDay(id, new Date(time))));
