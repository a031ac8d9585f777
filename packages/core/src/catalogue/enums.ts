/**
 * Values of `disabledFeatures` over all releases, in the order they came. Servers keep words they do
 * not know, so a misspelt one would switch nothing off without anybody being told.
 */
export const features = [
  'breakoutRooms',
  'captions',
  'chat',
  'downloadPresentationWithAnnotations',
  'externalVideos',
  'importPresentationWithAnnotationsFromBreakoutRooms',
  'importSharedNotesFromBreakoutRooms',
  'layouts',
  'learningDashboard',
  'polls',
  'screenshare',
  'sharedNotes',
  'virtualBackgrounds',
  'customVirtualBackgrounds',
  'liveTranscription',
  'presentation',
  'cameraAsContent',
  'snapshotOfCurrentSlide',
  'downloadPresentationOriginalFile',
  'downloadPresentationConvertedToPdf',
  'timer',
  'learningDashboardDownloadSessionData',
  'infiniteWhiteboard',
  'privateChat',
  'deleteChatMessage',
  'editChatMessage',
  'replyChatMessage',
  'chatMessageReactions',
  'chatEmojiPicker',
  'raiseHand',
  'userReactions',
  'quizzes',
  'plugins',
  'pinChatMessage',
  'multiFunctionalMode',
] as const;

/** Values of `meetingLayout` and `enforceLayout` over all releases; the browser client reads them. */
export const layouts = [
  'CUSTOM_LAYOUT',
  'SMART_LAYOUT',
  'PRESENTATION_FOCUS',
  'VIDEO_FOCUS',
  'CAMERAS_ONLY',
  'PARTICIPANTS_AND_CHAT_ONLY',
  'PRESENTATION_ONLY',
  'MEDIA_ONLY',
  'PARTICIPANTS_CHAT_ONLY',
  'PLUGINS_ONLY',
  'UNIFIED_LAYOUT',
] as const;

export const mediaBridges = ['bbb-webrtc-sfu', 'livekit'] as const;

export const audioBridges = ['bbb-webrtc-sfu', 'livekit', 'freeswitch'] as const;
