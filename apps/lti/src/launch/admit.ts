import { createHash } from 'node:crypto';
import { pickLanguage, translator } from '@bluebridge/translations';
import { ToolError } from '../http/tool-error.ts';
import type { Storage } from '../storage/database.ts';
import type { Visitor } from '../storage/sessions.ts';
import { roomRole } from './roles.ts';
import type { VerifiedLaunch } from './verify-launch.ts';

/**
 * Admits a verified launch to the room of its resource link, which is created on the first one,
 * and starts a session there. Answers the session's id and what it is about.
 *
 * Throws `observer_not_admitted` for those who only look after a student.
 */
export async function admit(
  launch: VerifiedLaunch,
  storage: Storage,
): Promise<{ sessionId: string; visitor: Visitor }> {
  const role = roomRole(launch.roles);
  if (role === 'observer') throw new ToolError('observer_not_admitted');
  const { details } = launch;
  const language = pickLanguage(details.locale);
  const t = translator(language);
  const userID = userIdOf(launch);
  const room = await storage.rooms.open(
    {
      platformId: launch.platform.id,
      deploymentId: launch.deploymentId,
      contextId: details.contextId,
      resourceLinkId: launch.resourceLinkId,
    },
    {
      title: details.linkTitle || details.contextTitle || t('Meeting room'),
      contextTitle: details.contextTitle,
    },
  );
  const visitor: Visitor = {
    roomId: room.id,
    userID,
    // Platforms may withhold names; two nameless people must still be told apart.
    fullName: details.fullName || t('Participant {number}', { number: userID.slice(4, 8) }),
    isModerator: role === 'moderator',
    language,
  };
  return { sessionId: await storage.sessions.start(visitor), visitor };
}

/**
 * Makes the id a person has on the meeting server: the same at every launch, different for the
 * same subject of another platform, and no clue to who it is.
 */
function userIdOf({ platform, subject }: VerifiedLaunch): string {
  const identity = JSON.stringify([platform.issuer, subject]);
  return `lti-${createHash('sha256').update(identity).digest('hex').slice(0, 32)}`;
}
