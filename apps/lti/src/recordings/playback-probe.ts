import { type IndexedRecording, recordingView } from '@bluebridge/core/rooms';
import type { GuardedClient } from '../http/guarded-client.ts';

/**
 * Tells whether a recording that was published can still be opened at its address by anybody.
 * Some servers show the same page at every address, which says nothing: so an address of a
 * recording that cannot exist is opened too. False where it cannot be found out.
 */
export async function isStillOpen(
  web: GuardedClient,
  published: IndexedRecording,
): Promise<boolean> {
  const { recordID } = published;
  const formats = recordingView(published, 'moderator')?.formats ?? [];
  const url = formats.find((format) => format.url.includes(recordID))?.url;
  if (url === undefined) return false;
  const nowhere = url.replaceAll(recordID, recordID.replaceAll(/[\da-z]/gi, '0'));
  return (await opens(web, url)) === true && (await opens(web, nowhere)) === false;
}

async function opens(web: GuardedClient, url: string): Promise<boolean | undefined> {
  try {
    const { status } = await web(url, { headers: { accept: 'text/html' } });
    return status >= 200 && status < 300;
  } catch {
    return undefined;
  }
}
