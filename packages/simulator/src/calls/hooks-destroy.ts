import { hookCall, hookFailure, hookSuccess } from './hook-call.ts';

/** Removes a hook. Source: webhooks documentation, `hooks/destroy`; bbb-webhooks source. */
export const hooksDestroy = hookCall('hooks/destroy', ({ params }, { hooks }) => {
  const hookID = params.first('hookID');
  if (hookID === undefined) {
    return hookFailure('missingParamHookID', 'You must specify a hookID in the parameters.');
  }
  if (hooks.remove(hookID)) return hookSuccess('<removed>true</removed>');
  return hookFailure('destroyMissingHook', 'The hook informed was not found.');
});
