import { mkdtemp, readdir, readFile, rm, stat, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SimulatorOptions, startSimulator } from '../src/index.ts';
import { secret, signed, startForTest, start, text } from './harness.ts';
import { openPage } from './open-page.ts';

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

/** Stops a simulator in the middle of things and starts the next one in the same directory. */
async function restart(
  stop: { simulator: { close(): Promise<void> } },
  options: Partial<SimulatorOptions>,
) {
  await stop.simulator.close();
  return startForTest(options);
}

describe('a simulator with a data directory', () => {
  it('remembers meetings, recordings and how far the clock was moved', async () => {
    const options = { dataDirectory: await temporaryDirectory(), processingDelayMs: 60_000 };
    const first = await startForTest(options);
    await first.create('record=true&autoStartRecording=true&meta_origin=here&moderatorPW=melon');
    await openPage(first, await first.join('Ada', 'MODERATOR'));
    await first.call('end', 'meetingID=room-1');
    await first.call('create', 'name=Later&meetingID=room-2&duration=30');
    first.simulator.advance(60_000);
    const before = await first.call('getMeetingInfo', 'meetingID=room-2');

    const second = await restart(first, options);
    expect(second.simulator.state().now).toBe(start + 60_000);
    const after = await second.call('getMeetingInfo', 'meetingID=room-2');
    expect(after.body).toBe(before.body);
    const recordings = await second.call('getRecordings', 'meetingID=room-1');
    expect(text(recordings, 'state')).toBe('published');
    expect(text(recordings, 'origin')).toBe('here');
    expect(second.simulator.requests()).toHaveLength(2);
  });

  it('lets an open page come back with its session', async () => {
    const options = { dataDirectory: await temporaryDirectory() };
    const first = await startForTest(options);
    await first.create('logoutURL=https%3A%2F%2Fschool.example%2F');
    const token = await first.join('Ada', 'MODERATOR', 'userID=u1');
    await openPage(first, token);
    await first.act(token, 'chat', { text: 'Hello' });

    const second = await restart(first, options);
    const page = await openPage(second, token);
    expect((await page.see()).chat).toMatchObject([{ from: 'Ada', text: 'Hello' }]);
    expect(text(await second.info(), 'userID')).toBe('u1');
    second.simulator.advance(10_000);
    expect(text(await second.info(), 'participantCount')).toBe('1');
  });

  it('keeps the memories of tenants apart, and those of absent ones', async () => {
    const dataDirectory = await temporaryDirectory();
    const tenants = [{ name: 'green', secret: 'of-green' }];
    const first = await startForTest({ dataDirectory, tenants });
    const create = signed('create', 'name=Maths&meetingID=room-1', 'of-green');
    await first.send(`/green/bigbluebutton/api/create?${create}`);

    const without = await restart(first, { dataDirectory });
    expect(without.simulator.state().meetings).toEqual([]);
    const second = await restart(without, { dataDirectory, tenants });
    expect(second.simulator.tenant('green').state().meetings).toHaveLength(1);
    expect(second.simulator.state().meetings).toHaveLength(0);
  });

  it('remembers hooks and what is still to be told to others', async () => {
    const options = { dataDirectory: await temporaryDirectory() };
    const first = await startForTest(options);
    // Nobody listens at port 1, so that every delivery is tried again later.
    await first.call('hooks/create', 'callbackURL=http%3A%2F%2F127.0.0.1%3A1%2Fcb');
    await first.create();
    await first.simulator.idle();
    expect(first.simulator.deliveries()).toMatchObject([{ state: 'pending' }]);

    const second = await restart(first, options);
    expect(second.simulator.deliveries()).toMatchObject([{ state: 'pending' }]);
    const { body } = await second.call('hooks/list');
    expect(body).toContain('http://127.0.0.1:1/cb');
  });

  it('writes no secret into its file, and lets nobody else read it', async () => {
    const dataDirectory = await temporaryDirectory();
    const tenants = [{ name: 'green', secret: 'secret-of-green', moreSecrets: ['another'] }];
    const server = await startForTest({ dataDirectory, tenants });
    await server.call('hooks/create', 'callbackURL=http%3A%2F%2F127.0.0.1%3A1%2Fcb');
    await server.create('meta_endCallbackUrl=http%3A%2F%2F127.0.0.1%3A1%2Fend');
    await server.call('end', 'meetingID=room-1');
    await server.simulator.close();
    expect(await readdir(dataDirectory)).toEqual(['simulator-state.json']);
    const file = join(dataDirectory, 'simulator-state.json');
    const content = await readFile(file, 'utf8');
    expect(content).toContain('room-1');
    for (const one of [secret, 'secret-of-green', 'another']) expect(content).not.toContain(one);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

it('saves by itself a moment after something happened', async () => {
  const dataDirectory = await temporaryDirectory();
  const first = await startForTest({ dataDirectory });
  const changes = watch(dataDirectory);
  await first.create();
  const file = join(dataDirectory, 'simulator-state.json');
  for await (const change of changes) {
    if (change.filename === basename(file) && (await readFile(file, 'utf8')).includes('room-1')) {
      break;
    }
  }
  // The first one is still there, as if its machine had lost power.
  const second = await startForTest({ dataDirectory });
  expect(text(await second.info(), 'meetingID')).toBe('room-1');
});

describe('a data directory that cannot be used', () => {
  it.each([
    ['{"format":1,', 'data_unreadable'],
    ['', 'data_unreadable'],
    ['{"format":1}', 'data_unreadable'],
    ['{"format":1,"savedAt":"","clockOffsetMs":0,"tenants":{"":{"state":7}}}', 'data_unreadable'],
    ['{"format":2,"anything":true}', 'data_too_new'],
  ])('stops the start and stays as it is: %s', async (content, code) => {
    const dataDirectory = await temporaryDirectory();
    const file = join(dataDirectory, 'simulator-state.json');
    await writeFile(file, content);
    const starting = startSimulator({ secret, dataDirectory });
    await expect(starting).rejects.toMatchObject({ code });
    await expect(starting).rejects.toThrow(file);
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('stops the start when nothing can be written there', async () => {
    const file = join(await temporaryDirectory(), 'a-file');
    await writeFile(file, '');
    const starting = startSimulator({ secret, dataDirectory: file });
    await expect(starting).rejects.toMatchObject({ name: 'SimulatorError' });
  });
});
