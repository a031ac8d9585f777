import { BbbError, type Client, type ReplyOf } from '@bluebridge/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../test/kit/manual-clock.ts';
import { minute, second } from '../clock.ts';
import { openStorage } from '../storage/database.ts';
import type { MeetingWatches } from '../storage/meeting-watch.ts';
import { createMeetingInfos } from './meeting-info.ts';

const there = { createTime: 17, attendees: [] } as unknown as ReplyOf<'getMeetingInfo'>;

/** Meetings on a server that says what `says` is, and counts how often it was asked. */
async function infosOf(slowly?: (watches: MeetingWatches, clock: ManualClock) => MeetingWatches) {
  const clock = new ManualClock();
  const storage = await openStorage(':memory:', clock);
  onTestFinished(() => storage.close());
  const server = { asked: [] as number[], fails: false };
  const client = {
    call: async () => {
      server.asked.push(clock.now());
      if (server.fails) throw new BbbError('unreachable', 'it is away');
      return there;
    },
  } as unknown as Client;
  const { meetingWatches, events } = storage;
  const watches = slowly?.(meetingWatches, clock) ?? meetingWatches;
  return { clock, server, watches, infos: createMeetingInfos({ client, clock, watches, events }) };
}

describe('the latest answer', () => {
  it('is shared for less than five seconds, and asked for then', async () => {
    const { infos, clock, server } = await infosOf();
    await infos.get('m');
    const askedAt = clock.now();
    clock.advance(4999);
    const shared = { kind: 'answer', info: { createTime: 17 }, askedAt };
    expect(await infos.latest('m', askedAt - 1)).toMatchObject(shared);
    expect(server.asked).toHaveLength(1);
    clock.advance(1);
    expect(await infos.latest('m', askedAt - 1)).toMatchObject({ askedAt: clock.now() });
    expect(server.asked).toHaveLength(2);
  });

  it('that is not newer than it must be is asked for when five seconds are over', async () => {
    const { infos, clock, server } = await infosOf();
    await infos.get('m');
    const askedAt = clock.now();
    clock.advance(second);
    const later = { kind: 'later', at: askedAt + 5 * second };
    expect(await infos.latest('m', askedAt)).toEqual(later);
    clock.advance(4 * second);
    expect(await infos.latest('m', askedAt)).toMatchObject({ askedAt: clock.now() });
    expect(server.asked).toHaveLength(2);
  });

  it('is none of what we did ourselves', async () => {
    const { infos, clock } = await infosOf();
    await infos.get('m');
    clock.advance(second);
    await infos.ended('m');
    clock.advance(second);
    expect(await infos.latest('m', 0)).toMatchObject({ kind: 'later' });
  });

  it('is waited for while somebody else asks', async () => {
    const { infos, clock, server, watches } = await infosOf();
    await watches.claim('m', undefined, clock.now());
    clock.advance(6 * second);
    expect(await infos.latest('m', 0)).toEqual({ kind: 'later', at: clock.now() + second });
    expect(server.asked).toEqual([]);
    clock.advance(30 * second);
    expect(await infos.latest('m', 0)).toMatchObject({ kind: 'answer' });
  });

  it('that got lost once is asked for again, and its absence told after that', async () => {
    const { infos, clock, server } = await infosOf();
    server.fails = true;
    expect(await infos.latest('m', 0)).toEqual({ kind: 'later', at: clock.now() + 5 * second });
    clock.advance(5 * second);
    await expect(infos.latest('m', 0)).rejects.toMatchObject({ code: 'unreachable' });
    expect(server.asked).toHaveLength(2);
  });
});

describe('a question', () => {
  it('that goes out late is counted for the time it goes out', async () => {
    let delay = minute;
    const { infos, clock, server, watches } = await infosOf((given, time) => ({
      ...given,
      async claim(...claim) {
        const claimed = await given.claim(...claim);
        time.advance(delay);
        delay = 0;
        return claimed;
      },
    }));
    await infos.get('m');
    expect(server.asked).toEqual([clock.now()]);
    expect(await watches.get('m')).toMatchObject({ askedAt: clock.now() });
  });
});
