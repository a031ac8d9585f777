import { claim } from '../../src/launch/claim-names.ts';
import { launch, post } from '../kit/driving.ts';
import { roles } from '../kit/fake-platform.ts';
import { launchedSession } from '../kit/launched-session.ts';
import { testTool } from '../kit/test-tool.ts';
import { visit } from '../kit/visitor.ts';
import { type Attack, describeAttacks, describeCases } from './attack.ts';

const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

/** What the roles of a launch come to. */
async function rightsFor(given: readonly string[], rules: Record<string, 'observer'> = {}) {
  const tool = await testTool();
  const [platform] = await tool.storage.platforms.list();
  for (const [role, standing] of Object.entries(rules)) {
    await tool.storage.roleRules.set(platform?.id ?? '', role, standing);
  }
  const session = await launchedSession(tool, { [claim.roles]: given });
  return session && [session.isModerator, session.mayManage, session.mayJoin, session.opens];
}

describeCases('by roles', [
  [
    83,
    'a teacher of other courses who learns here',
    'takes part',
    () => rightsFor([`${institution}#Instructor`, roles.student]),
    [false, false, true, 'room'],
  ],
  [
    83,
    'an administrator of the school who learns here',
    'takes part, and may set the room up',
    () => rightsFor([`${institution}#Administrator`, roles.student]),
    [false, true, true, 'room'],
  ],
  [
    84,
    'a mentor where a rule makes mentors observers',
    'sees recordings, enters no meeting',
    () => rightsFor([roles.mentor], { [roles.mentor]: 'observer' }),
    [false, false, false, 'gallery'],
  ],
  [
    85,
    'a test user',
    'takes part as a viewer',
    () => rightsFor([roles.student, testUser]),
    [false, false, true, 'room'],
  ],
]);

const observerEnters: Attack = [
  84,
  'an observer who asks for a ticket all the same',
  'not_allowed',
  async (tool) => {
    const [platform] = await tool.storage.platforms.list();
    await tool.storage.roleRules.set(platform?.id ?? '', roles.mentor, 'observer');
    const { bearer } = await visit(tool, 'student', { [claim.roles]: [roles.mentor] });
    const session = await tool.storage.sessions.byBearer(bearer);
    // Even with a ticket from elsewhere the door stays shut.
    const ticket = await tool.storage.tickets.issue('join', session?.id ?? '');
    return post(tool, '/join', { ticket });
  },
];

describeAttacks('by roles', [
  [
    84,
    'a mentor',
    'observer_not_admitted',
    (tool) => launch(tool, { [claim.roles]: [roles.mentor] }),
  ],
  observerEnters,
]);
