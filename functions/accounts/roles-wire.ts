import { decide } from '../platform/wire.ts';
import { changeRoles as changingRoles } from './commands/change-roles/change-roles.ts';

/** Roles are no personal data: who changes them reads none. */
export const changeRoles = changingRoles({ decide });
