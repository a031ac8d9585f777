import { rooms } from './0001-rooms.ts';
import { registration } from './0002-registration.ts';
import { jobs } from './0003-jobs.ts';
import { links } from './0004-links.ts';
import { choosers } from './0005-choosers.ts';
import { rolesAndCopies } from './0006-roles-and-copies.ts';
import { settings } from './0007-settings.ts';
import { live } from './0008-live.ts';
import { recordings } from './0009-recordings.ts';
import { meetings } from './0010-meetings.ts';
import { admin } from './0011-admin.ts';
import { groups } from './0012-groups.ts';
import { sessionsByUser } from './0013-sessions-by-user.ts';
import { waitingProof } from './0014-waiting-proof.ts';
import { noTestUsers } from './0015-no-test-users.ts';
import type { Migration } from './migration.ts';

/** Every step from an empty database to the newest schema, in order. Only ever append. */
export const migrations: readonly Migration[] = [
  rooms,
  registration,
  jobs,
  links,
  choosers,
  rolesAndCopies,
  settings,
  live,
  recordings,
  meetings,
  admin,
  groups,
  sessionsByUser,
  waitingProof,
  noTestUsers,
];
