import { pickLanguage } from '@bluebridge/translations';
import { ToolError } from '../http/tool-error.ts';
import { userIdOf } from '../launch/user-id.ts';
import type { ChoiceLaunch } from '../launch/verify-launch.ts';
import type { Decision } from '../roles/decide-standing.ts';
import { rightsOf } from '../roles/standings.ts';
import { withdrawRights } from '../roles/withdraw-rights.ts';
import type { Storage } from '../storage/database.ts';

/** Where the page is on which somebody chooses. */
export interface StartedChoice {
  readonly id: string;
  readonly code: string;
  readonly language: string;
}

/**
 * Lets somebody choose what links of their course open.
 *
 * Throws `choice_not_allowed` for those who may not change the course, and `course_missing`.
 */
export async function startChoice(
  launch: ChoiceLaunch,
  { standing }: Decision,
  storage: Storage,
): Promise<StartedChoice> {
  const { platform, deploymentId, details, wish } = launch;
  const userID = userIdOf(launch);
  const course = { platformId: platform.id, deploymentId, contextId: details.contextId };
  const rights = rightsOf(standing);
  if (!rights.mayManage) {
    await withdrawRights(storage, { userID, roomId: '' }, course, rights);
    throw new ToolError('choice_not_allowed');
  }
  // Rooms belong to a course: without one it would be unclear who else may open them.
  if (details.contextId === '') throw new ToolError('course_missing');
  const language = pickLanguage(details.locale);
  const started = await storage.choosers.start({
    ...course,
    contextTitle: details.contextTitle,
    userID,
    language,
    wish,
  });
  return { ...started, language };
}
