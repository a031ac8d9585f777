import { describe, expect, it } from 'vitest';
import { hour } from '../src/clock.ts';
import { claim } from '../src/launch/claim-names.ts';
import { administrator, command } from './kit/administrator.ts';
import { classroom } from './kit/classroom.ts';
import { begin, expectRefusal, launch, launchWith, post, refusalOf } from './kit/driving.ts';
import { moodleWeb } from './kit/fake-web.ts';
import { confirm, invitedFields } from './kit/registering.ts';
import { testTool, type TestTool } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

async function platformId({ storage, platform }: TestTool): Promise<string> {
  const [found] = await storage.platforms.find(platform.settings.issuer);
  return found?.id ?? '';
}

/** A tool with one more platform, registered by command. */
async function withSchool() {
  const tool = await testTool();
  const { settings } = tool.platform;
  const school = { ...settings, clientId: 'school', name: 'School <b>', deploymentIds: ['1'] };
  const added = await tool.storage.platforms.add(school, 'command');
  return { tool, id: added?.id ?? '', admin: await administrator(tool) };
}

async function deeds({ storage }: TestTool): Promise<readonly string[]> {
  const { entries } = await storage.audit.read({ actor: 'administrator' }, { size: 50 });
  return entries.map(({ action }) => action);
}

describe('a tool that knows no platform', () => {
  it('says at its address what to do, until there is one', async () => {
    const tool = await testTool();
    await tool.storage.personalData.eraseInstitution({ platformId: await platformId(tool) }, true);
    const page = await (await tool.app.request('/')).text();
    expect(page).toContain('Three steps to the first room');
    expect(page).toContain('pnpm cli admin invite');
    expect(page.match(/<li>/g)).toHaveLength(3);
    const other = await (await (await testTool()).app.request('/')).text();
    expect(other).toContain('There is nothing to open here.');
  });
});

describe('the overview', () => {
  it('says in words whether all is well', async () => {
    const { tool } = await classroom();
    const { read } = await administrator(tool);
    const page = await read('/admin');
    expect(page).toContain('The database can be written.');
    expect(page).toContain('The meeting server answers and accepts the secret');
    expect(page).toContain('Nothing answers at https://rooms.example');
    const silent = await testTool();
    const broken = await (await administrator(silent)).read('/admin');
    expect(broken).toContain('The meeting server cannot be reached');
  });

  it('asks the meeting server once in half a minute', async () => {
    const { tool, simulator } = await classroom();
    const { read } = await administrator(tool);
    await read('/admin');
    const { length } = simulator.requests();
    await Promise.all([read('/admin'), read('/admin')]);
    expect(simulator.requests()).toHaveLength(length);
  });

  it('shows launches that never got to a platform, and nothing of what they sent', async () => {
    const tool = await testTool();
    await post(tool, '/lti/launch', { state: 'marker-state', id_token: 'marker-token' });
    const page = await (await administrator(tool)).read('/admin');
    expect(page).toContain('state_unknown');
    expect(page).toContain('1 of');
    expect(page).not.toContain('marker');
  });
});

describe('the page of a platform', () => {
  it('shows how far its last launches got, without anybody’s name', async () => {
    const tool = await testTool();
    await visit(tool, 'teacher');
    await launch(tool, { aud: 'somebody-else' });
    const { read } = await administrator(tool);
    const address = `/admin/platforms/${await platformId(tool)}`;
    const page = await read(address);
    expect(page).toContain('Let in');
    expect(await read(`${address}/diagnosis`)).toMatch(
      /(?:let in|wrong,) at 20\d\d-\d\d-\d\d \d\d:\d\d UTC\./u,
    );
    expect(page).toMatch(
      /audience_wrong<\/span>\s+7 of \d+ checks passed, then stopped at &quot;8/,
    );
    expect(page).not.toMatch(/Tina|Sam|eyJ/);
  });

  it('shows launches of its own only', async () => {
    const { tool, id, admin } = await withSchool();
    await launchWith(tool, await begin(tool), 'broken');
    expect(await admin.read(`/admin/platforms/${id}`)).toContain('None has been tried');
  });

  it('escapes what the platform calls itself', async () => {
    const { id, admin } = await withSchool();
    for (const path of ['/admin/platforms', `/admin/platforms/${id}`]) {
      const page = await admin.read(path);
      expect(page).toContain('School &lt;b&gt;');
      expect(page).not.toContain('School <b>');
    }
  });

  it('lets a waiting deployment in, once, and only one that waits', async () => {
    const { tool, id, admin } = await withSchool();
    const { deployments } = tool.storage;
    await deployments.admit(id, 'new"><i>');
    expect(await admin.read(`/admin/platforms/${id}`)).toContain('value="new&quot;&gt;&lt;i&gt;"');
    const allow = (deployment: string) =>
      admin.send(`/admin/platforms/${id}/allow`, { deployment });
    await expectRefusal(await allow('another'), 'deployment_not_waiting');
    const allowed = await allow('new"><i>');
    expect(allowed.headers.get('location')).toBe(`/admin/platforms/${id}?done=allowed`);
    expect(await admin.read(`/admin/platforms/${id}?done=allowed`)).toContain('is let in.');
    expect(await deployments.list(id)).toContain('new"><i>');
    await expectRefusal(await allow('new"><i>'), 'deployment_not_waiting');
    expect(await deeds(tool)).toContain('platform.allow');
  });

  it('leaves platforms of the file to the file', async () => {
    const tool = await testTool();
    const id = await platformId(tool);
    await tool.storage.deployments.admit(id, 'new');
    const { read, send } = await administrator(tool);
    expect(await read(`/admin/platforms/${id}`)).toContain('add it to the platforms file');
    const answer = await send(`/admin/platforms/${id}/allow`, { deployment: 'new' });
    await expectRefusal(answer, 'platform_in_file');
  });

  it('puts changed addresses into force when they are agreed to', async () => {
    const { tool, id, admin } = await withSchool();
    const { settings } = tool.platform;
    const jwksUri = 'https://lms.example/new-keys';
    await tool.storage.platformChanges.propose(id, { ...settings, jwksUri });
    expect(await admin.read('/admin/platforms')).toContain('1 decision waits');
    expect(await admin.read(`/admin/platforms/${id}`)).toContain(jwksUri);
    expect((await admin.send(`/admin/platforms/${id}/approve`)).status).toBe(303);
    expect((await tool.storage.platforms.get(id))?.jwksUri).toBe(jwksUri);
    const again = await admin.send(`/admin/platforms/${id}/approve`);
    await expectRefusal(again, 'deployment_not_waiting');
  });

  it('switches it off, so that nobody comes in, and on again', async () => {
    const tool = await testTool();
    const admin = await administrator(tool);
    const path = `/admin/platforms/${await platformId(tool)}/switch`;
    await admin.send(path, { to: 'off' });
    const answer = await post(tool, '/lti/login', {
      iss: tool.platform.settings.issuer,
      login_hint: '5',
      target_link_uri: tool.targetLinkUri,
    });
    await expectRefusal(answer, 'platform_disabled');
    expect(await admin.read('/admin/platforms')).toContain('switched off');
    await admin.send(path, { to: 'on' });
    await visit(tool, 'student');
    expect(await deeds(tool)).toEqual(
      expect.arrayContaining(['platform.enable', 'platform.disable']),
    );
  });

  it('says what is wrong with it', async () => {
    const { tool, id, admin } = await withSchool();
    await launch(tool, { [claim.version]: '1.1' });
    const page = await admin.read(`/admin/platforms/${id}/diagnosis`);
    expect(page).toContain('cannot be reached from here');
    expect(page).toContain('cannot be found out now (service_unreachable)');
    expect(page).toContain('Pages that may frame our rooms: https://lms.example');
  });

  it.each(['/admin/platforms/x', '/admin/platforms/x/diagnosis'])(
    'is none where there is no platform: %s',
    async (path) => {
      const { open } = await administrator(await testTool());
      expect(await refusalOf(await open(path))).toBe('not_found');
    },
  );
});

describe('an invitation', () => {
  it('is shown once, works, and is neither logged nor in the record', async () => {
    const { tool, admin } = await withSchool();
    const page = await (await admin.send('/admin/platforms/invite', { days: '1' })).text();
    const [, invite = ''] =
      /https:\/\/rooms\.example\/lti\/register\?invite=([\w-]{43})/.exec(page) ?? [];
    expect(await tool.storage.invites.isGood(invite)).toBe(true);
    for (const words of ['In Moodle', 'In Canvas', 'In Brightspace', 'shown only once']) {
      expect(page).toContain(words);
    }
    const { entries } = await tool.storage.audit.read({}, { size: 50 });
    const invited = entries.filter(({ action }) => action === 'platform.invite');
    expect(invited).toMatchObject([{ detail: { days: 1, on: 'page' } }]);
    expect(JSON.stringify([entries, tool.log])).not.toContain(invite);
    tool.clock.advance(24 * hour);
    expect(await tool.storage.invites.isGood(invite)).toBe(false);
  });
});

describe('a platform that registers itself', () => {
  it('is in the record, and in the list with what is left to decide', async () => {
    const tool = await testTool({ web: moodleWeb().client });
    await confirm(tool, await invitedFields(tool));
    const { read } = await administrator(tool);
    expect(await read('/admin/platforms')).toContain('Moodle (moodle.example)');
    const { entries } = await tool.storage.audit.read({ action: 'platform.register' }, { size: 5 });
    const [platform] = await tool.storage.platforms.find('https://moodle.example');
    expect(entries).toMatchObject([{ platformId: platform?.id, detail: { outcome: 'added' } }]);
  });
});

describe('our keys', () => {
  it('get their successor at the press of a button, once', async () => {
    const tool = await testTool();
    const { read, send } = await administrator(tool);
    expect((await send('/admin/keys/rotate')).status).toBe(303);
    const page = await read('/admin/keys');
    const keys = await tool.storage.toolKeys.list(tool.clock.now());
    expect(keys).toHaveLength(2);
    for (const { kid, sealed_private_jwk: secret } of keys) {
      expect(page).toContain(kid);
      expect(page).not.toContain(secret);
    }
    expect(page).not.toContain('Publish the next key');
    await expectRefusal(await send('/admin/keys/rotate'), 'rotation_under_way');
  });
});

describe('the list of meetings', () => {
  it('names rooms that are open now', async () => {
    const here = await classroom();
    const { read } = await administrator(here.tool);
    expect(await read('/admin/meetings')).toContain('No meeting is open right now.');
    const teacher = await visit(here.tool, 'teacher');
    await teacher.press();
    const page = await read('/admin/meetings');
    expect(page).toContain('Weekly lecture room');
    expect(page).toContain('open since');
    expect(page).not.toMatch(/Tina|checksum/);
  });
});

describe('the record of what was done', () => {
  it('can be filtered, and read page by page', async () => {
    const tool = await testTool();
    const { audit } = tool.storage;
    for (let number = 0; number < 60; number += 1) {
      tool.clock.advance(1000);
      await audit.note({ actor: 'somebody', action: 'meeting.end', detail: { number } });
    }
    await audit.note({ actor: 'else', action: 'recording.delete' });
    const { read } = await administrator(tool);
    const entriesOf = (page: string) => page.match(/<li class="entry">/g)?.length ?? 0;
    const first = await read('/admin/audit?actor=somebody&from=2026-11-22&to=2026-11-22');
    expect(entriesOf(first)).toBe(50);
    const next = /href="(\/admin\/audit\?[^"]*after=[^"]*)"/.exec(first)?.[1] ?? '';
    const second = await read(next.replaceAll('&amp;', '&'));
    expect(entriesOf(second)).toBe(10);
    expect(entriesOf(await read('/admin/audit?action=recording'))).toBe(1);
    expect(entriesOf(await read('/admin/audit?actor=somebody&to=2026-11-21'))).toBe(0);
    expect(entriesOf(await read('/admin/audit?from=nonsense&action=recording'))).toBe(1);
  });

  it('comes as CSV with every entry that fits', async () => {
    const tool = await testTool();
    for (let number = 0; number < 600; number += 1) {
      await tool.storage.audit.note({ actor: 'somebody', action: 'meeting.end' });
    }
    const { open } = await administrator(tool);
    const response = await open('/admin/audit.csv?actor=somebody');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const lines = (await response.text()).split('\r\n');
    expect(lines).toHaveLength(602);
    expect(lines[0]).toBe('"time","actor","action","platform","deployment","room","detail"');
  });

  it('shows what commands did, and where it was decided', async () => {
    const tool = await testTool();
    const id = await platformId(tool);
    await command(tool, 'platform', 'disable', id);
    const { read } = await administrator(tool);
    const page = await read('/admin/audit?action=platform');
    expect(page).toContain('platform.disable');
    expect(page).toContain('on: command');
    expect(page).toContain('platform: The lms');
  });
});
