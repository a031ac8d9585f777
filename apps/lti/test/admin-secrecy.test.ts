import { fetchTransport } from '@bluebridge/core';
import { startSimulator } from '@bluebridge/simulator';
import { expect, it, onTestFinished } from 'vitest';
import { administrator, adminCode, command } from './kit/administrator.ts';
import { goodLaunch, launchWith } from './kit/driving.ts';
import { testTool } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

const bbbSecret = 'marker-bbb-secret';

it('no secret, token or code reaches a page of administrators, a table or an export', async () => {
  const simulator = await startSimulator({ secret: bbbSecret });
  onTestFinished(() => simulator.close());
  const tool = await testTool({ bbb: { ...simulator, transport: fetchTransport() } });
  const { storage, clock } = tool;
  const [platform] = await storage.platforms.list();
  const id = platform?.id ?? '';

  const teacher = await visit(tool, 'teacher');
  const entered = await teacher.press();
  const checksum = new URL(entered.headers.get('location') ?? '').searchParams.get('checksum');
  const begun = await goodLaunch(tool);
  await launchWith(tool, { ...begun, cookie: '' }, begun.token);
  const room = await storage.rooms.get(teacher.roomId);
  const session = (await storage.personalData.ofInstitution({ platformId: id }))['sessions']?.[0];
  const ticket = await storage.tickets.issue('join', String(session?.['id']));
  const invite = await storage.invites.issue(1000);
  const code = await adminCode(tool);
  const { read, cookie } = await administrator(tool);
  await read('/admin/keys');
  const [key] = await storage.toolKeys.list(clock.now());

  const pages: string[] = [];
  for (const path of [
    '/admin',
    '/admin/platforms',
    `/admin/platforms/${id}`,
    `/admin/platforms/${id}/diagnosis`,
    '/admin/meetings',
    '/admin/keys',
    '/admin/audit',
    '/admin/audit.csv',
  ]) {
    pages.push(await read(path));
  }
  pages.push(await command(tool, 'export', '--platform', id));
  pages.push(await command(tool, 'audit'));

  const secrets = {
    bbbSecret,
    bearer: teacher.bearer,
    checksum: checksum ?? '',
    state: begun.state,
    nonce: begun.nonce,
    token: begun.token,
    ticket,
    invite,
    code,
    session: cookie.split('=')[1] ?? '',
    privateKey: key?.sealed_private_jwk ?? '',
  };
  for (const [name, secret] of Object.entries(secrets)) {
    expect([name, secret.length >= 16]).toEqual([name, true]);
    const found = pages.filter((page) => page.includes(secret));
    expect([name, found.map((page) => page.slice(0, 80))]).toEqual([name, []]);
  }
  // The pages did show what they are about.
  const all = pages.join('\n');
  for (const shown of ['Weekly lecture room', key?.kid ?? '?', room?.id ?? '?', 'admin.enter']) {
    expect(all).toContain(shown);
  }
});
