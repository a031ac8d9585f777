import type { HostTexts, MeetingRules } from '../profiles/meeting-rules.ts';
import { type PublicUrls, webUrl } from '../public-urls.ts';
import type { Meeting } from '../state/meeting.ts';
import type { MeetingGroup, MeetingSettings } from '../state/meeting-settings.ts';
import { toBoolean, toBooleanOr, toIntegerOr, withoutControlCharacters } from '../wire/coercion.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { disabledFeaturesFrom } from './create-features.ts';
import { metadataFrom } from './prefixed-params.ts';

const defaultDialNumber = '613-555-1234';

export interface MeetingPlace {
  voiceBridge: string;
  parent: Meeting | undefined;
  urls: PublicUrls;
  rules: MeetingRules;
  groups: readonly MeetingGroup[];
  modules: MeetingSettings['modules'];
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
  const loginURL = webUrl(text('loginURL'));
  const words = (template: string) =>
    template
      .replaceAll('%%CONFNAME%%', name)
      .replaceAll('%%DIALNUM%%', dialNumber)
      .replaceAll('%%CONFNUM%%', place.voiceBridge)
      .replaceAll('%%SERVERURL%%', place.urls.base);
  const locksViewers = flag('lockSettingsLockOnJoin', true);
  const hostTexts = hostTextsFor(params, place.rules);
  return {
    meetingID: text('meetingID'),
    name,
    attendeePW: text('attendeePW'),
    moderatorPW: text('moderatorPW'),
    voiceBridge: place.voiceBridge,
    dialNumber,
    maxParticipants: number('maxParticipants', 0),
    duration: number('duration', 0),
    endsWhenTimeIsUp: place.rules.durationEnds,
    record: toBoolean(text('record')),
    autoStartRecording: flag('autoStartRecording', false),
    allowStartStopRecording: flag('allowStartStopRecording', true),
    meetingExpireIfNoUserJoinedInMinutes: number('meetingExpireIfNoUserJoinedInMinutes', 5),
    meetingExpireWhenLastUserLeftInMinutes: number('meetingExpireWhenLastUserLeftInMinutes', 1),
    endWhenNoModerator: flag('endWhenNoModerator', false),
    endWhenNoModeratorDelayInMinutes: number('endWhenNoModeratorDelayInMinutes', 1),
    guestPolicy: text('guestPolicy') || 'ALWAYS_ACCEPT',
    welcome: words(joined(hostTexts?.welcome, text('welcome'))),
    moderatorOnlyMessage: words(
      joined(hostTexts?.moderatorOnlyMessage, text('moderatorOnlyMessage')),
    ),
    bannerText: text('bannerText'),
    bannerColor: text('bannerColor'),
    meetingEndedURL: webUrl(text('meetingEndedURL')) ?? '',
    meetingKeepEvents: flag('meetingKeepEvents', false),
    allowRequestsWithoutSession: flag('allowRequestsWithoutSession', false),
    viewersCannotChat: locksViewers && flag('lockSettingsDisablePublicChat', false),
    viewersSeeModeratorsOnly: locksViewers && flag('lockSettingsHideUserList', false),
    disabledFeatures: disabledFeaturesFrom(params),
    groups: place.groups,
    modules: place.modules,
    metadata: metadataFrom(params),
    ...(logoutURL === undefined ? {} : { logoutURL }),
    ...(loginURL === undefined ? {} : { loginURL }),
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

/** The hoster's own texts, unless the caller does without them. */
function hostTextsFor(params: Parameters, { hostTexts }: MeetingRules): HostTexts | undefined {
  const isOff = hostTexts !== undefined && toBoolean(params.text(hostTexts.switchedOffBy));
  return isOff ? undefined : hostTexts;
}

function joined(hostText: string | undefined, ownText: string): string {
  return [hostText ?? '', ownText].filter((text) => text !== '').join('<br>');
}
