import { message, type Translate } from '@bluebridge/translations';
import { decideStanding, opinionsOf, type RoleRules } from './decide-standing.ts';
import { shortName, typedName } from './role-names.ts';
import type { Standing } from './standings.ts';

/** What standings are called. */
export const standingNames: Readonly<Record<Standing, string>> = {
  moderator: message('Moderator'),
  editor: message('Editor'),
  viewer: message('Participant'),
  observer: message('Observer'),
  refused: message('Not let in'),
};

const standingWords: Readonly<Record<Standing, string>> = {
  moderator: message('Leads meetings, and changes the room and its recordings.'),
  editor: message('Takes part in meetings, and changes the room and its recordings.'),
  viewer: message('Takes part in meetings.'),
  observer: message('Sees published recordings, and enters no meeting.'),
  refused: message('Is not let in.'),
};

/** Why somebody becomes what they become, in words. */
export interface Explanation {
  readonly standing: Standing;
  /** What the person is called and may do. */
  readonly what: string;
  /** Which role decided. */
  readonly why: string;
  /** One line for each role, in the order they came. */
  readonly roles: readonly string[];
}

/** Explains what a person with these roles becomes, by the function that decides at launches. */
export function explain(roles: readonly string[], rules: RoleRules, t: Translate): Explanation {
  // Short names of sub-roles are for people; platforms send whole names.
  const names = roles.map((role) => typedName(role) ?? role);
  const { standing, because, byRule, isTestUser } = decideStanding(names, rules);
  const role = shortName(because ?? '');
  const byWhat = byRule
    ? t('A rule for {role} decides.', { role })
    : t('The role {role} decides.', { role });
  const reasons = [
    because === undefined ? t('No role says anything about the course.') : byWhat,
    ...(isTestUser ? [t('This is a test user of the platform.')] : []),
  ];
  return {
    standing,
    what: `${t(standingNames[standing])}: ${t(standingWords[standing])}`,
    why: reasons.join(' '),
    roles: opinionsOf(names, rules).map((opinion) => {
      const worth =
        opinion.standing === undefined ? t('does not count') : t(standingNames[opinion.standing]);
      return `${shortName(opinion.role)}: ${worth}`;
    }),
  };
}
