import type { GroupUse } from './group-use.ts';

/** What the page of a room is told about the groups of its course. */
export interface GroupsReply {
  readonly use: GroupUse;
  /** Whether this person decides what is done with the groups. */
  readonly canManage: boolean;
  /** Whether the platform can be asked for its groups. */
  readonly canRefresh: boolean;
  /** Groups whose rooms this person may enter; who decides is told all groups of the course. */
  readonly groups: readonly GroupReply[];
  /** Whether this room belongs to a group, and there is a way back. */
  readonly hasParent: boolean;
}

export interface GroupReply {
  readonly id: string;
  readonly name: string;
  readonly isMine: boolean;
  readonly canEnter: boolean;
}

/** Where the page goes on; the code in the address opens one session. */
export interface WayReply {
  readonly url: string;
}
