import { apiIndex } from './calls/api-index.ts';
import { create } from './calls/create.ts';
import { deleteRecordings } from './calls/deleteRecordings.ts';
import { end } from './calls/end.ts';
import { feedback } from './calls/feedback.ts';
import { getAttendance } from './calls/getAttendance.ts';
import { getDefaultConfigXML } from './calls/getDefaultConfigXML.ts';
import { getJoinUrl } from './calls/getJoinUrl.ts';
import { getMeetingInfo } from './calls/getMeetingInfo.ts';
import { getMeetings } from './calls/getMeetings.ts';
import { getMP4Url } from './calls/getMP4Url.ts';
import { getPastMeetings } from './calls/getPastMeetings.ts';
import { getRecordings } from './calls/getRecordings.ts';
import { getRecordingTextTracks } from './calls/getRecordingTextTracks.ts';
import { hooksCreate } from './calls/hooks/create.ts';
import { hooksDestroy } from './calls/hooks/destroy.ts';
import { hooksList } from './calls/hooks/list.ts';
import { insertDocument } from './calls/insertDocument.ts';
import { isMeetingRunning } from './calls/isMeetingRunning.ts';
import { join } from './calls/join.ts';
import { processMP4 } from './calls/processMP4.ts';
import { publishRecordings } from './calls/publishRecordings.ts';
import { putRecordingTextTrack } from './calls/putRecordingTextTrack.ts';
import { sendChatMessage } from './calls/sendChatMessage.ts';
import { setConfigXML } from './calls/setConfigXML.ts';
import { updateRecordings } from './calls/updateRecordings.ts';

export type {
  BodySpec,
  DocumentByUrl,
  DocumentInput,
  FileInput,
  InlineDocument,
  ModulesBodySpec,
} from './body-kinds.ts';
export { type CallSpec, defineCall } from './define-call.ts';
export {
  type FieldSpec,
  type FieldSpecs,
  isTextWithAttributes,
  type TextWithAttributesField,
} from './field-kinds.ts';
export {
  type ParamKind,
  type ParamSpec,
  type ParamSpecs,
  paramKinds,
  type PrefixSpec,
} from './param-kinds.ts';
export type { BodyOf, CallName, ExtensionName, ParamsOf, ReplyOf } from './types.ts';

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
