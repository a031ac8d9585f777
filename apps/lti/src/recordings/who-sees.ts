import { recordingView, type RecordingView } from '@bluebridge/core/rooms';
import type { StoredRecording } from '../storage/recordings.ts';
import type { Visitor } from '../storage/sessions.ts';

/** The rights of a visitor that decide about recordings. */
export type RecordingVisitor = Pick<Visitor, 'isModerator' | 'mayManage' | 'opens' | 'recordID'>;

/** Whether somebody sees recordings that are not, or not yet, for everybody. */
function seesAll({ isModerator, mayManage }: RecordingVisitor): boolean {
  return isModerator || mayManage;
}

/**
 * Shows a recording to a visitor; null when it is not theirs to see. Who neither leads nor manages
 * sees what is published and not for teachers only. A link to one recording shows no other.
 */
export function viewFor(
  recording: StoredRecording,
  visitor: RecordingVisitor,
): RecordingView | null {
  const { opens, recordID } = visitor;
  if (opens === 'recording' && recording.recordID !== recordID) return null;
  if (seesAll(visitor)) return recordingView(recording, 'moderator');
  if (recording.audience === 'teachers') return null;
  const view = recordingView(recording, 'participant');
  return view?.status === 'processing' ? null : view;
}
