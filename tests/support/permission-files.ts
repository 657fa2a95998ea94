import { join, resolve } from 'node:path';

/** A folder for each file of journeys, with what its systems did with their permissions; emptied when journeys start. */
export const permissionFiles = resolve(import.meta.dirname, '../../.bunko/permissions');

/** How a file of journeys ended is said in this file of its folder. */
export const ENDED = 'ended.json';

/** The folder of a file of journeys. */
export const permissionFilesOf = (journey: string): string => join(permissionFiles, journey);
