import { ocs } from '../ocs.ts';
import type { MemberRole, Person } from '../types.ts';

export const readMembers = (roomId: number) => ocs('GET', `rooms/${roomId}/members`);

export const addMember = (roomId: number, { kind, target }: Person, role: MemberRole) =>
  ocs('POST', `rooms/${roomId}/members`, { kind, target, role });

export const changeMember = (roomId: number, memberId: number, role: MemberRole) =>
  ocs('PATCH', `rooms/${roomId}/members/${memberId}`, { role });

export const removeMember = (roomId: number, memberId: number) =>
  ocs('DELETE', `rooms/${roomId}/members/${memberId}`);

/** Finds people, groups and teams by a part of their name. */
export const findPeople = (search: string, signal?: AbortSignal) =>
  ocs('GET', `people?search=${encodeURIComponent(search)}`, undefined, signal);
