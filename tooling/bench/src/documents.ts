/** Names and texts as schools use them: most plain, some with entities, some not Latin. */
const names = [
  'Mathematik 9b',
  'Physik &amp; Chemie',
  'Elternabend &#8211; Klasse 5',
  'Fred&#39;s Room',
  '日本語の授業',
  'Übung: Größen &lt;10',
  'Team meeting',
  'Projekt „Wald“',
] as const;

function hex(seed: number, length: number): string {
  let text = '';
  let state = (seed * 2654435761 + 1) >>> 0;
  while (text.length < length) {
    state = (state * 1664525 + 1013904223) >>> 0;
    text += state.toString(16).padStart(8, '0');
  }
  return text.slice(0, length);
}

function recording(index: number): string {
  const id = `${hex(index, 40)}-${1_700_000_000_000 + index * 977}`;
  const name = names[index % names.length];
  const start = 1_700_000_000_000 + index * 86_400;
  const images = Array.from(
    { length: index % 4 === 0 ? 5 : 0 },
    (_, slide) =>
      `<image width="176" height="136" alt="${name}">https://bbb.example.org/presentation/${id}/presentation/thumbnails/thumb-${slide + 1}.png</image>`,
  ).join('');
  const preview = images === '' ? '' : `<preview><images>${images}</images></preview>`;
  return (
    `<recording><recordID>${id}</recordID><meetingID>${hex(index + 7, 32)}</meetingID>` +
    `<internalMeetingID>${id}</internalMeetingID><name>${name}</name><isBreakout>false</isBreakout>` +
    `<published>${index % 5 !== 0}</published><state>${index % 5 === 0 ? 'unpublished' : 'published'}</state>` +
    `<startTime>${start}</startTime><endTime>${start + 2_700_000}</endTime>` +
    `<participants>${index % 40}</participants><rawSize>${index * 1000}</rawSize><metadata>` +
    `<isBreakout>false</isBreakout><meetingId>${hex(index + 7, 32)}</meetingId><meetingName>${name}</meetingName>` +
    `<bbb-origin>Bluebridge</bbb-origin><bbb-origin-server-name>schule.example.org</bbb-origin-server-name>` +
    `<bbb-recording-name>${name} (${index})</bbb-recording-name><gl-listed>false</gl-listed></metadata>` +
    `<size>${index * 321}</size><playback><format><type>presentation</type>` +
    `<url>https://bbb.example.org/playback/presentation/2.3/${id}</url><processingTime>${7000 + index}</processingTime>` +
    `<length>${index % 90}</length><size>${index * 111}</size>${preview}</format>` +
    `<format><type>video</type><url>https://bbb.example.org/playback/video/${id}/</url>` +
    `<processingTime>${9000 + index}</processingTime><length>${index % 90}</length><size>${index * 210}</size></format>` +
    `</playback></recording>`
  );
}

/** Writes a getRecordings reply of `count` recordings, about 1.6 KB each, as chunks of a network. */
export function* recordingsReply(count: number): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let text = '<response><returncode>SUCCESS</returncode><recordings>';
  for (let index = 0; index < count; index++) {
    text += recording(index);
    if (text.length < 60_000) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(`${text}</recordings><totalElements>${count}</totalElements></response>`);
}

/** Writes a getMeetings reply of one meeting with `attendees` people; 20 make about 7 KB. */
export function meetingReply(attendees: number): Uint8Array {
  const people = Array.from(
    { length: attendees },
    (_, index) =>
      `<attendee><userID>${hex(index, 12)}</userID><fullName>${names[index % names.length]}</fullName>` +
      `<role>${index === 0 ? 'MODERATOR' : 'VIEWER'}</role><isPresenter>${index === 0}</isPresenter>` +
      `<isListeningOnly>false</isListeningOnly><hasJoinedVoice>true</hasJoinedVoice><hasVideo>false</hasVideo>` +
      `<clientType>HTML5</clientType><customdata><skin>dark</skin></customdata></attendee>`,
  ).join('');
  return new TextEncoder().encode(
    '<response><returncode>SUCCESS</returncode><meetings><meeting><meetingName>Mathematik 9b</meetingName>' +
      '<meetingID>room-0012</meetingID><internalMeetingID>183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1700000000000</internalMeetingID>' +
      '<createTime>1700000000000</createTime><createDate>Tue Nov 14 22:13:20 UTC 2023</createDate><voiceBridge>01234</voiceBridge>' +
      '<dialNumber>613-555-1234</dialNumber><attendeePW>ap</attendeePW><moderatorPW>mp</moderatorPW><running>true</running>' +
      '<duration>0</duration><hasUserJoined>true</hasUserJoined><recording>false</recording>' +
      '<hasBeenForciblyEnded>false</hasBeenForciblyEnded><startTime>1700000000100</startTime><endTime>0</endTime>' +
      `<participantCount>${attendees}</participantCount><listenerCount>0</listenerCount><voiceParticipantCount>${attendees}</voiceParticipantCount>` +
      `<videoCount>0</videoCount><maxUsers>0</maxUsers><moderatorCount>1</moderatorCount><attendees>${people}</attendees>` +
      '<metadata><bbb-origin>Bluebridge</bbb-origin></metadata><isBreakout>false</isBreakout></meeting></meetings></response>',
  );
}
