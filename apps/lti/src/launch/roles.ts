/** What a person may be in a room: in charge, taking part, or only looking after somebody. */
export type RoomRole = 'moderator' | 'viewer' | 'observer';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** Context roles that lead a room, with the sub-roles that do. */
const leading = {
  Instructor: [
    'ExternalInstructor',
    'Grader',
    'GuestInstructor',
    'Lecturer',
    'PrimaryInstructor',
    'SecondaryInstructor',
    'TeachingAssistant',
    'TeachingAssistantGroup',
    'TeachingAssistantOffering',
    'TeachingAssistantSection',
    'TeachingAssistantSectionAssociation',
    'TeachingAssistantTemplate',
  ],
  Administrator: [
    'Administrator',
    'Developer',
    'ExternalDeveloper',
    'ExternalSupport',
    'ExternalSystemAdministrator',
    'Support',
    'SystemAdministrator',
  ],
  Manager: ['AreaManager', 'CourseCoordinator', 'Manager'],
} as const;

const moderatorRoles: ReadonlySet<string> = new Set(
  Object.entries(leading).flatMap(([role, subRoles]) => [
    role,
    `${membership}#${role}`,
    ...subRoles.map((subRole) => `${membership}/${role}#${subRole}`),
  ]),
);

const takingPart = ['Learner', 'Member', 'ContentDeveloper'] as const;

/** Principal roles by which somebody takes part, and with them is no mere observer. */
const viewerRoles: ReadonlySet<string> = new Set(
  takingPart.flatMap((role) => [role, `${membership}#${role}`]),
);

/**
 * Maps the roles of a launch to a role in the room. Only roles in the course count: a teacher of
 * another course and an administrator of the school are viewers here. Names are compared whole.
 * Unknown roles, or none, make a viewer. Source: LTI 1.3 core, appendix A.2.
 */
export function roomRole(roles: readonly string[]): RoomRole {
  if (roles.some((role) => moderatorRoles.has(role))) return 'moderator';
  if (roles.some((role) => viewerRoles.has(role) || isSubRoleOf(role, takingPart))) return 'viewer';
  return roles.some(isMentor) ? 'observer' : 'viewer';
}

function isMentor(role: string): boolean {
  return role === 'Mentor' || role === `${membership}#Mentor` || isSubRoleOf(role, ['Mentor']);
}

function isSubRoleOf(role: string, principals: readonly string[]): boolean {
  return principals.some((principal) => role.startsWith(`${membership}/${principal}#`));
}
