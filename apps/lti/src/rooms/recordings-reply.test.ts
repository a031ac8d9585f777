import { translator } from '@bluebridge/translations';
import { describe, expect, it } from 'vitest';
import type { Recording } from './meetings.ts';
import { recordingsReply } from './recordings-reply.ts';

const t = translator('en');

function recording(changes: Partial<Recording>): Recording {
  const empty = { recordID: 'r', playback: [], metadata: {} };
  return { ...empty, ...changes } as Recording;
}

function format(type: string, url = 'https://bbb.example/play', length?: number) {
  return { type, url, length } as Recording['playback'][number];
}

const told = (changes: Partial<Recording>) =>
  recordingsReply([recording(changes)], true, t).recordings[0];

describe('what a visitor is told of a recording', () => {
  it('is the best format for watching', () => {
    const playback = [
      format('statistics'),
      format('video', 'https://bbb.example/video', 3),
      format('presentation', 'https://bbb.example/slides', 5),
    ];
    expect(told({ state: 'published', playback })).toMatchObject({
      state: 'ready',
      watchUrl: 'https://bbb.example/slides',
      length: '5 minutes',
    });
  });

  it('never is an address that is no web page', () => {
    const playback = [format('presentation', 'javascript:alert(1)')];
    expect(told({ state: 'published', playback })).toMatchObject({
      state: 'processing',
      watchUrl: null,
    });
  });

  it.each(['processing', 'processed'])('is that it is being prepared while %s', (state) => {
    const playback = [format('presentation')];
    expect(told({ state, playback })).toMatchObject({ state: 'processing', watchUrl: null });
  });

  it('is no address while it is unpublished', () => {
    const playback = [format('presentation')];
    for (const changes of [{ state: 'unpublished' }, { published: false }]) {
      expect(told({ ...changes, playback })).toMatchObject({
        state: 'unpublished',
        watchUrl: null,
      });
    }
  });

  it.each([
    [undefined, undefined, ''],
    [0, 20_000, 'less than a minute'],
    [0, 60_000, '1 minute'],
    [0, 2_700_000, '45 minutes'],
    [5, 0, ''],
  ])('from %s to %s is its length: %j', (startTime, endTime, length) => {
    expect(told({ startTime, endTime })?.length).toBe(length);
  });
});

describe('the list of recordings', () => {
  const playback = [format('presentation')];
  const list = [
    recording({ name: 'old', startTime: 1, state: 'published', playback }),
    recording({ name: 'new', startTime: 3, state: 'processing' }),
    recording({ name: 'hidden', startTime: 2, state: 'unpublished', playback }),
  ];

  it('begins with the newest', () => {
    const names = recordingsReply(list, true, t).recordings.map(({ name }) => name);
    expect(names).toEqual(['new', 'hidden', 'old']);
  });

  it('shows students only what they can watch', () => {
    const names = recordingsReply(list, false, t).recordings.map(({ name }) => name);
    expect(names).toEqual(['old']);
  });
});
