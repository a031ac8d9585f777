import { apiIndex } from './api-index.ts';
import { create } from './create.ts';
import { deleteRecordings } from './deleteRecordings.ts';
import { end } from './end.ts';
import { feedback } from './feedback.ts';
import { getAttendance } from './getAttendance.ts';
import { getDefaultConfigXML } from './getDefaultConfigXML.ts';
import { getJoinUrl } from './getJoinUrl.ts';
import { getMeetingInfo } from './getMeetingInfo.ts';
import { getMeetings } from './getMeetings.ts';
import { getMP4Url } from './getMP4Url.ts';
import { getPastMeetings } from './getPastMeetings.ts';
import { getRecordings } from './getRecordings.ts';
import { getRecordingTextTracks } from './getRecordingTextTracks.ts';
import { hooksCreate } from './hooks/create.ts';
import { hooksDestroy } from './hooks/destroy.ts';
import { hooksList } from './hooks/list.ts';
import { insertDocument } from './insertDocument.ts';
import { isMeetingRunning } from './isMeetingRunning.ts';
import { join } from './join.ts';
import { processMP4 } from './processMP4.ts';
import { publishRecordings } from './publishRecordings.ts';
import { putRecordingTextTrack } from './putRecordingTextTrack.ts';
import { sendChatMessage } from './sendChatMessage.ts';
import { setConfigXML } from './setConfigXML.ts';
import { updateRecordings } from './updateRecordings.ts';

/** Every call this core knows, by its name on the wire. */
export const calls = {
  index: apiIndex,
  create,
  join,
  end,
  isMeetingRunning,
  getMeetingInfo,
  getMeetings,
  insertDocument,
  sendChatMessage,
  getJoinUrl,
  feedback,
  getRecordings,
  publishRecordings,
  deleteRecordings,
  updateRecordings,
  getRecordingTextTracks,
  putRecordingTextTrack,
  'hooks/create': hooksCreate,
  'hooks/list': hooksList,
  'hooks/destroy': hooksDestroy,
  getAttendance,
  getPastMeetings,
  processMP4,
  getMP4Url,
  getDefaultConfigXML,
  setConfigXML,
} as const;
