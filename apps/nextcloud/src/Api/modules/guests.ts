import { ocs } from '../ocs.ts';
import type { PersonalLink } from '../types.ts';

/** What is to be changed about guests. A code is never sent back; null takes it away. */
export interface AccessChange {
  readonly isPublic?: boolean;
  readonly lobby?: boolean;
  readonly loginRequired?: boolean;
  readonly viewerCode?: string | null;
  readonly moderatorCode?: string | null;
}

export const readAccess = (roomId: number) => ocs('GET', `rooms/${roomId}/access`);

export const changeAccess = (roomId: number, change: AccessChange) =>
  ocs('PATCH', `rooms/${roomId}/access`, change);

export const readLinks = (roomId: number) => ocs('GET', `rooms/${roomId}/links`);

/** Makes a link for one person; its address is told only in this answer. */
export const makeLink = (
  roomId: number,
  link: { readonly name: string; readonly role: PersonalLink['role']; expiresAt: number | null },
) => ocs('POST', `rooms/${roomId}/links`, link);

export const removeLink = (roomId: number, linkId: number) =>
  ocs('DELETE', `rooms/${roomId}/links/${linkId}`);
