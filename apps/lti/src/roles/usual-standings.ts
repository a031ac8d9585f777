import {
  administratorsElsewhere,
  inCourse,
  type Principal,
  subRoleIn,
  testUser,
} from './role-names.ts';
import type { Standing } from './standings.ts';

/** Sub-roles that lead a room. Others of the same principals are unknown, however they sound. */
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

const named: ReadonlyMap<string, Standing> = new Map<string, Standing>([
  ...Object.entries(leading).flatMap(([name, subRoles]) => {
    const principal = name as keyof typeof leading;
    return [inCourse(principal), ...subRoles.map((subRole) => inCourse(principal, subRole))].map(
      (role) => [role, 'moderator'] as const,
    );
  }),
  [inCourse('ContentDeveloper'), 'editor'],
  [inCourse('ContentDeveloper', 'ContentDeveloper'), 'editor'],
  // They may set rooms up, and lead them where they also hold a role in the course.
  ...administratorsElsewhere.map((role) => [role, 'editor'] as const),
  [inCourse('Learner'), 'viewer'],
  [inCourse('Member'), 'viewer'],
  [testUser, 'viewer'],
  [inCourse('Mentor'), 'refused'],
]);

/** Principals whose sub-roles, whatever they are called, are worth the same. */
const withAnySubRole: Partial<Record<Principal, Standing>> = {
  Learner: 'viewer',
  Member: 'viewer',
  ContentDeveloper: 'viewer',
  Mentor: 'refused',
};

/**
 * Gives what a role is worth, by its whole name, where nobody decided otherwise; undefined where
 * it says nothing about the course. Names are compared whole. Source: LTI 1.3 core, appendix A.2.
 */
export function usualStanding(role: string): Standing | undefined {
  const known = named.get(role);
  if (known !== undefined) return known;
  const sub = subRoleIn(role);
  return sub && withAnySubRole[sub.principal];
}
