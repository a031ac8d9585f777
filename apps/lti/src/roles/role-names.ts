const vocabulary = 'http://purl.imsglobal.org/vocab/lis/v2';
const membership = `${vocabulary}/membership`;

/** Roles in a course that platforms may also call by their short names. */
const principals = [
  'Administrator',
  'ContentDeveloper',
  'Instructor',
  'Learner',
  'Manager',
  'Member',
  'Mentor',
  'Officer',
] as const;

export type Principal = (typeof principals)[number];

const isPrincipal = (name: string): name is Principal => principals.some((x) => x === name);

/** Gives the whole name of a role in a course, such as that of an instructor. */
export function inCourse(principal: Principal, subRole?: string): string {
  return subRole === undefined
    ? `${membership}#${principal}`
    : `${membership}/${principal}#${subRole}`;
}

/** Roles of people who administer a whole school or platform, in the new and the old vocabulary. */
export const administratorsElsewhere: readonly string[] = [
  `${vocabulary}/system/person#Administrator`,
  `${vocabulary}/institution/person#Administrator`,
  `${vocabulary}/person#Administrator`,
];

/** What Canvas calls a teacher who looks at a course as a student would. */
export const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

/** Gives the whole name of a role as it was sent; one that is no short name is left as it is. */
export function wholeName(role: string): string {
  return isPrincipal(role) ? inCourse(role) : role;
}

/** Takes a sub-role of a course apart; undefined for any other role. */
export function subRoleIn(
  role: string,
): { readonly principal: Principal; readonly subRole: string } | undefined {
  if (!role.startsWith(`${membership}/`)) return undefined;
  const [principal = '', subRole = '', more] = role.slice(membership.length + 1).split('#');
  if (more !== undefined || subRole === '' || !isPrincipal(principal)) return undefined;
  return { principal, subRole };
}

const longestName = 255;

/**
 * Reads the name of a role that an administrator typed: whole, or short such as `Mentor` and
 * `Instructor#TeachingAssistant`. Answers undefined for what no platform could send.
 */
export function typedName(typed: string): string | undefined {
  const name = typed.trim();
  const [principal = '', subRole, more] = name.split('#');
  if (isPrincipal(principal) && more === undefined) {
    if (subRole === undefined) return inCourse(principal);
    return /^\w{1,100}$/.test(subRole) ? inCourse(principal, subRole) : undefined;
  }
  return /^[a-z][a-z\d+.-]*:[\x21-\x7E]+$/i.test(name) && name.length <= longestName
    ? name
    : undefined;
}

/** Gives a role as people type it: short where there is a short form. */
export function shortName(role: string): string {
  return role.startsWith(`${membership}#`) || subRoleIn(role)
    ? role.slice(membership.length + 1)
    : role;
}
