import apiFetch from '@wordpress/api-fetch';

/** As what somebody comes in; with `none` they stay out. */
export type Standing = 'moderator' | 'viewer' | 'none';

/** How people come into a room, as the REST API gives it. Codes are never given. */
export interface Access {
  readonly roles: Readonly<Record<string, Standing>>;
  readonly others: Standing;
  readonly loginRequired: boolean;
  /** Whether other people who may have rooms can show this one on their pages. */
  readonly colleaguesMayPlace: boolean;
  readonly hasViewerCode: boolean;
  readonly hasModeratorCode: boolean;
  /** Whether only people who may have rooms become moderators, because an administrator wants it. */
  readonly moderatorsBound: boolean;
  readonly siteRoles: readonly { readonly role: string; readonly name: string }[];
}

/** What is to change; an empty code takes it away. */
export interface AccessChange {
  readonly roles?: Readonly<Record<string, Standing>>;
  readonly others?: Standing;
  readonly loginRequired?: boolean;
  readonly colleaguesMayPlace?: boolean;
  readonly viewerCode?: string;
  readonly moderatorCode?: string;
}

/** A link that lets people in. Times are epoch ms, 0 for never. */
export interface Invitation {
  readonly id: number;
  readonly role: 'viewer' | 'moderator';
  readonly label: string;
  readonly state: 'open' | 'used_up' | 'expired' | 'revoked';
  readonly uses: number;
  readonly mostUses: number;
  readonly expiresAt: number;
  /** Told once, to who has made it. */
  readonly url?: string;
}

export type NewInvitation = Pick<Invitation, 'role' | 'label' | 'mostUses' | 'expiresAt'>;

const path = (room: number, rest: string) => `/bluebridge/v1/rooms/${room}/${rest}`;

export function readAccess(room: number): Promise<Access> {
  return apiFetch({ path: path(room, 'access') });
}

export function changeAccess(room: number, data: AccessChange): Promise<Access> {
  return apiFetch({ path: path(room, 'access'), method: 'PATCH', data });
}

export function listInvitations(room: number): Promise<readonly Invitation[]> {
  return apiFetch({ path: path(room, 'invitations') });
}

export function invite(room: number, data: NewInvitation): Promise<Invitation> {
  return apiFetch({ path: path(room, 'invitations'), method: 'POST', data });
}

export function revoke(room: number, invitation: number): Promise<Invitation> {
  return apiFetch({ path: path(room, `invitations/${invitation}`), method: 'DELETE' });
}
