import { pickLanguage, translator } from '@bluebridge/translations';
import { groupsOfVisitor } from '../groups/groups-of-visitor.ts';
import { ToolError } from '../http/tool-error.ts';
import { targetOfLink } from '../links/target-of-link.ts';
import type { Decision } from '../roles/decide-standing.ts';
import { inCourse, subRoleIn } from '../roles/role-names.ts';
import { rightsOf } from '../roles/standings.ts';
import { withdrawRights } from '../roles/withdraw-rights.ts';
import type { PlatformServices } from '../services/platform-services.ts';
import type { Storage } from '../storage/database.ts';
import type { Visitor } from '../storage/sessions.ts';
import { userIdOf } from './user-id.ts';
import type { LinkLaunch } from './verify-launch.ts';

/**
 * Admits a verified launch to what its link opens, which is settled on the first one, and starts a
 * session there; earlier ones of the same person may no more than this one. Answers the session's id and what it is about.
 *
 * Throws `observer_not_admitted` for those who only look after a student, `role_not_admitted` for
 * others whom the platform's rules keep out, and as {@link targetOfLink}.
 */
export async function admit(
  launch: LinkLaunch,
  decision: Decision,
  storage: Storage,
  services: PlatformServices,
): Promise<{ sessionId: string; visitor: Visitor }> {
  const { standing } = decision;
  const rights = rightsOf(standing);
  const { details } = launch;
  const language = pickLanguage(details.locale);
  const t = translator(language);
  const userID = userIdOf(launch);
  const course = {
    platformId: launch.platform.id,
    deploymentId: launch.deploymentId,
    contextId: details.contextId,
  };
  if (standing === 'refused') {
    await withdrawRights(storage, { userID, roomId: '' }, course, rights);
    throw new ToolError(refusalFor(decision));
  }
  const { roomId, opens, recordID } = await targetOfLink(
    {
      ...course,
      resourceLinkId: launch.resourceLinkId,
      titles: {
        title: details.linkTitle || details.contextTitle || t('Meeting room'),
        contextTitle: details.contextTitle,
      },
      custom: details.custom,
      userID,
      toolValuesAreSafe: launch.platform.source === 'registration',
    },
    storage,
  );
  const groupKeys = await groupsOfVisitor({ launch, course, roomId, userID }, services, storage);
  // What a copied course has to do with this room; only who manages it there is asked.
  const copy = rights.mayManage ? await storage.roomCopies.ofRoom(course, roomId) : undefined;
  const visitor: Visitor = {
    roomId,
    // An observer sees recordings, whatever the link is for.
    opens: standing === 'observer' && opens === 'room' ? 'gallery' : opens,
    ...(recordID !== undefined && { recordID }),
    userID,
    // Platforms may withhold names; two nameless people must still be told apart.
    fullName: details.fullName || t('Participant {number}', { number: userID.slice(4, 8) }),
    ...rights,
    // A room shared with this course is managed from its own course.
    mayManage: rights.mayManage && copy?.sourceRoomId !== roomId,
    groupKeys,
    language,
  };
  await withdrawRights(storage, visitor, course, rights);
  const sessionId = await storage.sessions.start(visitor);
  if (copy) await storage.roomCopies.noteChooser(sessionId, copy.id);
  return { sessionId, visitor };
}

/** Those who look after a student read why they are not let in. */
function refusalFor({ because }: Decision): 'observer_not_admitted' | 'role_not_admitted' {
  const mentors =
    because === inCourse('Mentor') ||
    (because !== undefined && subRoleIn(because)?.principal === 'Mentor');
  return mentors ? 'observer_not_admitted' : 'role_not_admitted';
}
