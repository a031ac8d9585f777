import type { Storage } from '../storage/database.ts';
import type { Visitor } from '../storage/sessions.ts';
import type { Course } from '../storage/tenant.ts';
import type { Rights } from './standings.ts';

/**
 * Takes from everything that somebody has open in a course what they may do there no longer: what
 * the platform said last counts.
 */
export async function withdrawRights(
  { sessions, choosers }: Pick<Storage, 'sessions' | 'choosers'>,
  from: Pick<Visitor, 'userID' | 'roomId'>,
  course: Course,
  rights: Rights,
): Promise<void> {
  await sessions.withdraw(from, course, rights);
  if (!rights.mayManage) await choosers.withdraw(from.userID, course);
}
