export interface TargetColumns {
  room_id: string;
  opens: 'room' | 'recording' | 'gallery';
  record_id: string | null;
}

export interface CourseColumns {
  platform_id: string;
  deployment_id: string;
  context_id: string;
}

export interface LinkRow extends CourseColumns, TargetColumns {
  resource_link_id: string;
  /** The chosen item the link named when it was bound. */
  item_id: string | null;
  created_at: number;
}

export interface CourseOriginRow extends CourseColumns {
  /** A course of the same tenant that this one is a copy of, as the platform told us. */
  origin_id: string;
  noticed_at: number;
}

/** The room of a course that came about because a link to another course's room was copied. */
export interface RoomCopyRow extends CourseColumns {
  id: string;
  source_room_id: string;
  room_id: string;
  choice: 'clone' | 'share' | 'empty';
  /** When a teacher chose; null while it is as it came about. */
  chosen_at: number | null;
  /** When it was first seen that a meeting was held in the room. */
  used_at: number | null;
  created_at: number;
}

export interface CourseGroupRow extends CourseColumns {
  group_id: string;
  /** As the platform says; empty where it does not. */
  name: string;
  /** As a teacher calls it; empty where nobody did. */
  own_name: string;
  seen_at: number;
}

export interface GroupMemberRow extends CourseColumns {
  group_id: string;
  user_id: string;
}

export interface CourseServicesRow extends CourseColumns {
  groups_url: string | null;
  memberships_url: string | null;
}

export interface ChosenItemRow extends CourseColumns, TargetColumns {
  id: string;
  created_at: number;
}

export interface ChooserRow extends CourseColumns {
  id: string;
  context_title: string;
  user_id: string;
  language: string;
  /** JSON of what the platform asked for. */
  wish: string;
  /** Null once it was used. */
  code_hash: string | null;
  code_until: number;
  /** Null until the page is open. */
  token_hash: string | null;
  expires_at: number;
}
