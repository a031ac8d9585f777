import { type PublicUrls, webUrl } from '../public-urls.ts';
import type { Meeting } from '../state/meeting.ts';
import type { MeetingSettings } from '../state/meeting-settings.ts';
import { toBoolean, toBooleanOr, toIntegerOr, withoutControlCharacters } from '../wire/coercion.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { metadataFrom } from './prefixed-params.ts';

const defaultDialNumber = '613-555-1234';

export interface MeetingPlace {
  voiceBridge: string;
  parent: Meeting | undefined;
  urls: PublicUrls;
}

/**
 * Reads what `create` says about a meeting, with the server's defaults. Values that do not parse
 * become the default without a word; unknown parameters are ignored.
 */
export function settingsFrom(params: Parameters, place: MeetingPlace): MeetingSettings {
  const text = (name: string) => params.text(name);
  const flag = (name: string, fallback: boolean) => toBooleanOr(text(name), fallback);
  const number = (name: string, fallback: number) => toIntegerOr(text(name), fallback);
  const name = withoutControlCharacters(text('name'));
  const dialNumber = text('dialNumber') || defaultDialNumber;
  const logoutURL = webUrl(text('logoutURL'));
  const words = (template: string) =>
    plainText(
      template
        .replaceAll('%%CONFNAME%%', name)
        .replaceAll('%%DIALNUM%%', dialNumber)
        .replaceAll('%%CONFNUM%%', place.voiceBridge)
        .replaceAll('%%SERVERURL%%', place.urls.base),
    );
  return {
    meetingID: text('meetingID'),
    name,
    attendeePW: text('attendeePW'),
    moderatorPW: text('moderatorPW'),
    voiceBridge: place.voiceBridge,
    dialNumber,
    maxParticipants: number('maxParticipants', 0),
    duration: number('duration', 0),
    record: toBoolean(text('record')),
    autoStartRecording: flag('autoStartRecording', false),
    allowStartStopRecording: flag('allowStartStopRecording', true),
    meetingExpireIfNoUserJoinedInMinutes: number('meetingExpireIfNoUserJoinedInMinutes', 5),
    meetingExpireWhenLastUserLeftInMinutes: number('meetingExpireWhenLastUserLeftInMinutes', 1),
    endWhenNoModerator: flag('endWhenNoModerator', false),
    endWhenNoModeratorDelayInMinutes: number('endWhenNoModeratorDelayInMinutes', 1),
    guestPolicy: text('guestPolicy') || 'ALWAYS_ACCEPT',
    welcome: words(text('welcome')),
    moderatorOnlyMessage: words(text('moderatorOnlyMessage')),
    metadata: metadataFrom(params),
    ...(logoutURL === undefined ? {} : { logoutURL }),
    ...(place.parent === undefined
      ? {}
      : {
          breakout: {
            parentMeetingID: place.parent.internalMeetingID,
            sequence: number('sequence', 0),
            freeJoin: flag('freeJoin', false),
          },
        }),
  };
}

/** The real client shows a little HTML here; the meeting page shows the words. */
function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
    .trim();
}
