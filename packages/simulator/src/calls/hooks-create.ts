import { type Answer, type Call } from './call.ts';
import { hookCall, hookFailure, type HookServer, hookSuccess } from './hook-call.ts';

/**
 * Registers a callback for events. Source: webhooks documentation, `hooks/create`; bbb-webhooks
 * source. A hoster that wants a meeting says so by the general failure: which one is not known.
 */
export const hooksCreate: Call = hookCall('hooks/create', ({ params }, server) => {
  const callbackURL = params.first('callbackURL');
  const meetingID = params.first('meetingID');
  const eventID = params.first('eventID');
  const rawData = parsed(params.text('getRaw'));
  if (rawData === undefined) return unreadable(server);
  if (callbackURL === undefined) {
    const message = 'You must specify a callbackURL in the parameters.';
    return hookFailure('missingParamCallbackURL', message);
  }
  if (server.profile.webhooks.meetingID === 'required' && (meetingID ?? '') === '') {
    const message = 'An error happened while creating your hook. Check the logs.';
    return hookFailure('createHookError', message);
  }
  const { hook, isDuplicate } = server.hooks.add({
    callbackURL,
    rawData,
    ...(meetingID === undefined ? {} : { meetingID }),
    ...(eventID === undefined ? {} : { eventID }),
  });
  const id = `<hookID>${hook.hookID}</hookID>`;
  if (isDuplicate) {
    const message = 'There is already a hook for this callback URL.';
    const warning = `<messageKey>duplicateWarning</messageKey><message>${message}</message>`;
    return hookSuccess(`${id}${warning}`, 'duplicateWarning');
  }
  const flags = `<permanentHook>${hook.isPermanent}</permanentHook><rawData>${hook.rawData}</rawData>`;
  return hookSuccess(`${id}${flags}`);
});

/** The service reads the parameter as JSON; undefined for text that is none. */
function parsed(getRaw: string): string | undefined {
  if (getRaw === '') return 'false';
  try {
    return JSON.stringify(JSON.parse(getRaw.toLowerCase()));
  } catch {
    return undefined;
  }
}

function unreadable({ behaviour }: HookServer): Answer {
  return behaviour.unreadableGetRaw === 'silence'
    ? { kind: 'silence' }
    : { kind: 'error-page', status: 500 };
}
