import type { Hook } from '../hooks/hook.ts';
import { hookCall, hookFailure, hookSuccess } from './hook-call.ts';

/** Lists hooks. Source: webhooks documentation, `hooks/list`; bbb-webhooks source. */
export const hooksList = hookCall('hooks/list', ({ params }, { hooks, behaviour }) => {
  const meetingID = params.first('meetingID');
  if (meetingID === undefined) return listed(hooks.all());
  if (!behaviour.listsMeetingWithoutHook && hooks.scopedTo(meetingID).length === 0) {
    const message = 'An error happened while listing registered hooks. Check the logs.';
    return hookFailure('listHookError', message);
  }
  return listed(hooks.hearing(meetingID).toSorted(byID));
});

function listed(hooks: readonly Hook[]) {
  return hookSuccess(`<hooks>${hooks.map(hookXml).join('')}</hooks>`);
}

function hookXml(hook: Hook): string {
  const { hookID, callbackURL, meetingID, eventIDs, isPermanent, rawData } = hook;
  const meeting = meetingID === undefined ? '' : `<meetingID><![CDATA[${meetingID}]]></meetingID>`;
  const events = eventIDs === undefined ? '' : `<eventID>${eventIDs.join(',')}</eventID>`;
  return [
    `<hook><hookID>${hookID}</hookID><callbackURL><![CDATA[${callbackURL}]]></callbackURL>`,
    `${meeting}${events}<permanentHook>${isPermanent}</permanentHook>`,
    `<rawData>${rawData}</rawData></hook>`,
  ].join('');
}

function byID(a: Hook, b: Hook): number {
  return a.hookID.localeCompare(b.hookID, 'en', { numeric: true });
}
