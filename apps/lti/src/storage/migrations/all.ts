import { rooms } from './0001-rooms.ts';
import { registration } from './0002-registration.ts';
import { jobs } from './0003-jobs.ts';
import type { Migration } from './migration.ts';

/** Every step from an empty database to the newest schema, in order. Only ever append. */
export const migrations: readonly Migration[] = [rooms, registration, jobs];
