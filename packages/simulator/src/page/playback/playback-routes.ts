import { type Context, Hono } from 'hono';
import type { SimulatedServer } from '../../calls/call.ts';
import { fileNameOf } from '../../calls/getRecordingTextTracks.ts';
import type { Recording } from '../../state/recording.ts';
import { isWatchable } from '../../state/recordings.ts';
import { plainPage } from '../plain-page.ts';
import { playbackPage } from './playback-page.ts';
import { previewImage } from './preview-image.ts';
import { webVtt } from './web-vtt.ts';

/** Builds what the addresses of recordings show: pages, preview images, text tracks. */
export function playbackRoutes({ state, urls, profile }: SimulatedServer): Hono {
  const app = new Hono();
  const { recordings, oneTimeLinks } = state;
  const showsHidden = profile.recordings.unpublishedPlayback === 'everything';

  const play = (c: Context, type: string) => {
    const now = state.settle();
    const recording = recordings.find(c.req.param('recordID') ?? '');
    const format = recording?.formats.find((one) => one.type === type);
    const isShown =
      recording !== undefined &&
      (isWatchable(recording, type, now) || (showsHidden && recording.state === 'unpublished'));
    if (!isShown || format === undefined) return c.html(closedPage(recording), 404);
    const token = c.req.query('token') ?? '';
    const { recordID, isProtected } = recording;
    if (isProtected && !oneTimeLinks.redeem(token, recordID, type, now)) {
      return c.html(closedPage(undefined), 404);
    }
    return c.html(playbackPage({ recording, format, urls, now }));
  };

  app.get('/playback/presentation/2.3/:recordID', (c) => play(c, 'presentation'));
  app.get('/playback/:type/:recordID/', (c) => play(c, c.req.param('type')));

  app.get('/playback/preview/:recordID/:file{\\d+\\.png}', (c) => {
    const now = state.settle();
    const recording = recordings.find(c.req.param('recordID'));
    const number = Number.parseInt(c.req.param('file'), 10);
    const format = recording?.formats.find(({ previews }) => previews.length >= number);
    const preview = format?.previews[number - 1];
    if (recording === undefined || format === undefined || preview === undefined) {
      return c.notFound();
    }
    if (!isWatchable(recording, format.type, now)) return c.notFound();
    const image = Uint8Array.from(previewImage(preview, number));
    return c.body(image, 200, { 'Content-Type': 'image/png' });
  });

  app.get('/playback/textTrack/:token/:recordID/:file', (c) => {
    const { token, recordID, file } = c.req.param();
    if (!oneTimeLinks.redeem(token, recordID, file, state.settle())) {
      return c.html(plainPage('No longer valid', 'Links to subtitles work once.'), 401);
    }
    const tracks = recordings.find(recordID)?.textTracks ?? [];
    const track = tracks.find((one) => fileNameOf(one) === file);
    if (track === undefined) return c.notFound();
    const headers = { 'Content-Type': 'text/vtt; charset=utf-8', 'Cache-Control': 'no-store' };
    return c.body(webVtt(track.content), 200, headers);
  });

  return app;
}

function closedPage(recording: Recording | undefined) {
  const isUnderway = recording?.state === 'processing' || recording?.state === 'processed';
  if (recording !== undefined && isUnderway) {
    const text = 'The recording is still being processed. Please try again in a little while.';
    return plainPage(recording.name, text);
  }
  return plainPage('Recording not found', 'There is no recording at this address.');
}
