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
