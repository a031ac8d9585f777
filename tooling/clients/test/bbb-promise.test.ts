import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Simulator } from '@bluebridge/simulator';
import { npmFolder } from '../src/folders.ts';
import { comeIn, profiles, profilesWithHooks, recordID, secret, startSchool } from './school.ts';

type Fields = Readonly<Record<string, unknown>>;
type Answer = Promise<{ readonly response: Fields }>;

interface BbbPromise {
  server(
    host: string,
    salt: string,
  ): {
    administration: {
      create(name: string, id: string, more?: Fields): Answer;
      join(fullName: string, id: string, password: string, more?: Fields): string;
      end(id: string, password?: string): Answer;
      customCall(call: string, parameters: Fields): Answer;
    };
    monitoring: {
      getMeetingInfo(id: string): Answer;
      isMeetingRunning(id: string): Answer;
      getMeetings(): Answer;
    };
    recording: {
      getRecordings(filter?: Fields): Answer;
      publishRecordings(recordID: string, publish: boolean): Answer;
      deleteRecordings(recordID: string): Answer;
      updateRecordings(recordID: string, meta: Fields): Answer;
    };
  };
}

const load = createRequire(`${npmFolder}/package.json`);

function clientOf({ endpoint }: Simulator) {
  // It wants no slash at the end.
  return (load('bbb-promise') as BbbPromise).server(endpoint.replace(/\/$/u, ''), secret);
}

/** It gives a list for each element; this takes the first one along a path. */
function at(fields: Fields, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, name) => (part as Record<string, unknown[]>)[name]?.[0],
    fields,
  );
}

const passwords = { attendeePW: 'ap', moderatorPW: 'mp' };

describe('bbb-promise 1.2.0', () => {
  it.each(profiles)('leads through a meeting on %s', async (profile) => {
    const simulator = await startSchool(profile);
    const { administration, monitoring } = clientOf(simulator);
    const created = await administration.create('Maths 9b', 'room-1', passwords);
    expect(at(created.response, 'returncode')).toBe('SUCCESS');
    expect(at((await monitoring.isMeetingRunning('room-1')).response, 'running')).toBe('false');

    const url = administration.join('Ada Lovelace', 'room-1', 'mp', { userID: 'u1' });
    const joined = await fetch(url, { redirect: 'manual' });
    expect(joined.status).toBe(302);
    comeIn(simulator);

    expect(at((await monitoring.isMeetingRunning('room-1')).response, 'running')).toBe('true');
    const info = (await monitoring.getMeetingInfo('room-1')).response;
    expect(at(info, 'meetingName')).toBe('Maths 9b');
    expect(at(info, 'attendees', 'attendee', 'fullName')).toBe('Ada Lovelace');
    const listed = (await monitoring.getMeetings()).response;
    expect(at(listed, 'meetings', 'meeting', 'meetingID')).toBe('room-1');

    const ended = await administration.end('room-1', 'mp');
    expect(at(ended.response, 'messageKey')).toBe('sentEndMeetingRequest');
  });

  it.each(profiles)('looks after recordings on %s', async (profile) => {
    const { recording } = clientOf(await startSchool(profile));
    const found = (await recording.getRecordings({ meetingID: 'room-1' })).response;
    expect(at(found, 'recordings', 'recording', 'recordID')).toBe(recordID);
    expect(at((await recording.publishRecordings(recordID, false)).response, 'published')).toBe(
      'false',
    );
    expect(at((await recording.deleteRecordings(recordID)).response, 'deleted')).toBe('true');
    const left = (await recording.getRecordings({ meetingID: 'room-1' })).response;
    expect(at(left, 'messageKey')).toBe('noRecordings');
  });

  it.each(profilesWithHooks)('sets up and takes away webhooks on %s', async (profile) => {
    const { administration } = clientOf(await startSchool(profile));
    const callbackURL = 'http://127.0.0.1:9/callback';
    const created = await administration.customCall('hooks/create', {
      callbackURL,
      meetingID: 'room-1',
    });
    const hookID = at(created.response, 'hookID');
    const listed = await administration.customCall('hooks/list', {});
    expect(at(listed.response, 'hooks', 'hook', 'hookID')).toBe(hookID);
    const removed = await administration.customCall('hooks/destroy', { hookID });
    expect(at(removed.response, 'removed')).toBe('true');
  });

  describe('fails', () => {
    it('because it signs an apostrophe as it is and sends it as %27', async () => {
      const { administration } = clientOf(await startSchool('bigbluebutton-3.0'));
      const { response } = await administration.create("Ada's room", 'room-1');
      expect(at(response, 'messageKey')).toBe('checksumError');
    });

    it('because it signs an empty password and sends none', async () => {
      const { administration } = clientOf(await startSchool('bigbluebutton-3.0'));
      await administration.create('Maths', 'room-1');
      expect(at((await administration.end('room-1')).response, 'messageKey')).toBe('checksumError');
    });

    it('because it writes spaces as %20, which some balancers do not take', async () => {
      const { administration } = clientOf(
        await startSchool('scalelite', { signedQuery: 're-encoded' }),
      );
      const { response } = await administration.create('Maths 9b', 'room-1');
      expect(at(response, 'messageKey')).toBe('checksumError');
    });

    it('because it throws for the page of a call that a hoster does not have', async () => {
      const { recording } = clientOf(await startSchool('integration'));
      await expect(recording.updateRecordings(recordID, { meta_a: 'b' })).rejects.toThrow(/404/u);
    });
  });
});
