import type { Server } from '@bluebridge/core';
import { message } from '@bluebridge/translations';
import { type CallbackChoice, reachesUs } from '../hooks/reach.ts';
import { type Finding, good, mind } from './finding.ts';

/** Finds out whether the meeting server is told to call the tool. It asks nobody. */
export function examineCallbacks(
  choice: CallbackChoice,
  baseUrl: string,
  { endpoint, dialect }: Server,
): readonly Finding[] {
  if (!reachesUs(choice, baseUrl, endpoint)) {
    const text = message(
      'The meeting server is not told to call the tool, so it is asked every few seconds. If it can reach {address}, set LTI_CALLBACKS=yes.',
    );
    return [mind(text, { address: baseUrl })];
  }
  return dialect.missingCalls.some((call) => call === 'hooks/create')
    ? [good(message('This meeting server sends no events: it is asked every few seconds.'))]
    : [good(message('The meeting server is told to send its events to the tool.'))];
}
