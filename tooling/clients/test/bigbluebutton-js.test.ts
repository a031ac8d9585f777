import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Simulator } from '@bluebridge/simulator';
import { npmFolder } from '../src/folders.ts';
import { comeIn, profiles, profilesWithHooks, recordID, secret, startSchool } from './school.ts';

type Fields = Readonly<Record<string, unknown>>;

interface BigbluebuttonJs {
  api(
    host: string,
    salt: string,
  ): {
    administration: {
      create(name: string, id: string, more?: Fields): string;
      join(fullName: string, id: string, password: string, more?: Fields): string;
      end(id: string, password?: string): string;
    };
    monitoring: {
      getMeetingInfo(id: string): string;
      isMeetingRunning(id: string): string;
      getMeetings(): string;
    };
    recording: {
      getRecordings(filter?: Fields): string;
      publishRecordings(recordID: string, publish: boolean): string;
      deleteRecordings(recordID: string): string;
    };
    hooks: {
      create(callbackURL: string, more?: Fields): string;
      list(filter?: Fields): string;
      destroy(hookID: string): string;
    };
  };
  http(url: string): Promise<Fields>;
}

const load = createRequire(`${npmFolder}/package.json`);

function clientOf({ endpoint }: Simulator) {
  const client = load('bigbluebutton-js') as BigbluebuttonJs;
  return { ...client.api(endpoint, secret), http: (url: string) => client.http(url) };
}

const passwords = { attendeePW: 'ap', moderatorPW: 'mp' };

describe('bigbluebutton-js 0.2.0', () => {
  it.each(profiles)('leads through a meeting on %s', async (profile) => {
    const simulator = await startSchool(profile);
    const { administration, monitoring, http } = clientOf(simulator);
    const created = await http(administration.create('Maths 9b', 'room-1', passwords));
    expect(created).toMatchObject({ returncode: 'SUCCESS', meetingID: 'room-1' });
    expect(await http(monitoring.isMeetingRunning('room-1'))).toMatchObject({ running: false });

    const url = administration.join('Ada Lovelace', 'room-1', 'mp', { userID: 'u1' });
    const joined = await fetch(url, { redirect: 'manual' });
    expect(joined.status).toBe(302);
    comeIn(simulator);

    expect(await http(monitoring.isMeetingRunning('room-1'))).toMatchObject({ running: true });
    expect(await http(monitoring.getMeetingInfo('room-1'))).toMatchObject({
      meetingName: 'Maths 9b',
      attendees: { attendee: { fullName: 'Ada Lovelace', role: 'MODERATOR' } },
    });
    expect(await http(monitoring.getMeetings())).toMatchObject({
      meetings: [{ meetingID: 'room-1', participantCount: 1 }],
    });
    const ended = await http(administration.end('room-1', 'mp'));
    expect(ended).toMatchObject({ messageKey: 'sentEndMeetingRequest' });
  });

  it.each(profiles)('looks after recordings on %s', async (profile) => {
    const { recording, http } = clientOf(await startSchool(profile));
    const found = await http(recording.getRecordings({ meetingID: 'room-1' }));
    expect(found).toMatchObject({ recordings: [{ recordID, published: true }] });
    const unpublished = await http(recording.publishRecordings(recordID, false));
    expect(unpublished).toMatchObject({ published: false });
    expect(await http(recording.deleteRecordings(recordID))).toMatchObject({ deleted: true });
    const left = await http(recording.getRecordings({ meetingID: 'room-1' }));
    expect(left).toMatchObject({ messageKey: 'noRecordings' });
  });

  it.each(profilesWithHooks)('sets up and takes away webhooks on %s', async (profile) => {
    const { hooks, http } = clientOf(await startSchool(profile));
    const created = await http(
      hooks.create('http://127.0.0.1:9/callback', { meetingID: 'room-1' }),
    );
    const { hookID } = created;
    expect(await http(hooks.list())).toMatchObject({ hooks: { hook: { hookID } } });
    expect(await http(hooks.destroy(String(hookID)))).toMatchObject({ removed: true });
  });

  describe('fails', () => {
    it('because it signs an apostrophe as it is and sends it as %27', async () => {
      const { administration, http } = clientOf(await startSchool('bigbluebutton-3.0'));
      const reply = await http(administration.create("Ada's room", 'room-1'));
      expect(reply).toMatchObject({ messageKey: 'checksumError' });
    });

    it('because it takes ids for numbers', async () => {
      const { administration, http } = clientOf(await startSchool('bigbluebutton-3.0'));
      const reply = await http(administration.create('Maths', '007'));
      expect(reply).toMatchObject({ returncode: 'SUCCESS', meetingID: 7 });
    });

    it('because it writes spaces as %20, which some balancers do not take', async () => {
      const simulator = await startSchool('scalelite', { signedQuery: 're-encoded' });
      const { administration, http } = clientOf(simulator);
      const reply = await http(administration.create('Maths 9b', 'room-1'));
      expect(reply).toMatchObject({ messageKey: 'checksumError' });
    });
  });
});
