import { createHash } from 'node:crypto';
import type { Session } from '../state/sessions.ts';
import { toBoolean } from '../wire/coercion.ts';
import { javaUrlEncode } from '../wire/java-url-encode.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { type Call, json, type SimulatedServer } from './call.ts';
import { failWithToken, sessionFor } from './session-call.ts';

/**
 * Makes a URL with which a person who is in a meeting comes in on another device, or replaces the
 * session they have. Source: bbb-web source, `getJoinUrl` and its tests.
 */
export const getJoinUrl: Call = {
  name: 'getJoinUrl',
  methods: ['GET', 'POST'],
  access: 'own',
  checksumMessage: 'Checksums do not match',

  violations() {
    return [];
  },

  answer(request, server) {
    const session = sessionFor(request, server);
    if ('key' in session) return failWithToken(session.message, request);
    const { meeting, user } = session;
    if (meeting.ending !== undefined || !meeting.hasUsers) {
      return failWithToken('Meeting not found', request);
    }
    if (meeting.lobby.statusOf(user.internalUserID) !== 'ALLOW') {
      return failWithToken('Access denied', request);
    }
    const message = 'Join URL provided successfully.';
    const url = signedUrl(joinParams(request.params, session, server), server);
    const response = { returncode: 'SUCCESS', message, url };
    return json({ response }, { returncode: 'SUCCESS', messageKey: '' });
  },
};

type Pair = readonly [name: string, value: string];

function joinParams(
  params: Parameters,
  { meeting, user, sessionToken }: Session,
  { profile }: SimulatedServer,
): Pair[] {
  const { handOffParameter, userdataBlocklist } = profile.meetings;
  const isNewer = handOffParameter === 'existingUserID';
  const isFree = user.role === 'MODERATOR' && meeting.settings.breakout === undefined;
  const optional: Pair[] = [
    [
      'replaceSessionToken',
      isNewer && toBoolean(params.text('replaceSession')) ? sessionToken : '',
    ],
    ['sessionName', params.text('sessionName')],
    ['enforceLayout', params.text('enforceLayout')],
    ...userdataIn(params, isFree ? [] : userdataBlocklist),
  ];
  return [
    ['fullName', user.fullName],
    ['meetingID', meeting.settings.meetingID],
    ['role', user.role],
    ['redirect', 'true'],
    [handOffParameter, isNewer ? user.internalUserID : user.userID],
    ...optional.filter(([, value]) => value !== ''),
  ];
}

/** Names are letters, digits, `_` and `.`; of several values the last one counts. */
function userdataIn(params: Parameters, blocklist: readonly string[]): Pair[] {
  return params.entries().flatMap(([name]) => {
    const key = /^userdata-([\w.]+)$/u.exec(name)?.[1]?.toLowerCase();
    const isBlocked = blocklist.includes('all') || blocklist.includes(key ?? '');
    return key === undefined || isBlocked ? [] : [[name, params.last(name)] as const];
  });
}

// Values are encoded twice, and the query begins with `&`: both are the server's ways.
function signedUrl(params: readonly Pair[], { urls, secret }: SimulatedServer): string {
  const query = params
    .map(([name, value]) => `&${name}=${javaUrlEncode(javaUrlEncode(value))}`)
    .join('');
  const checksum = createHash('sha1').update(`join${query}${secret}`, 'utf8').digest('hex');
  return `${urls.endpoint}api/join?${query}&checksum=${checksum}`;
}
