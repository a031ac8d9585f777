import { describe, expect, it } from 'vitest';
import { startForTest, type TestServer } from './harness.ts';
import { openPage } from './open-page.ts';

/** Opens a meeting and the pages of a moderator and a viewer. */
async function startWithTwo(locks: string) {
  const server = await startForTest();
  await server.create(locks);
  const [moderator, viewer] = [
    await server.join('Grace', 'MODERATOR'),
    await server.join('Ada', 'VIEWER'),
  ];
  const grace = await openPage(server, moderator);
  const ada = await openPage(server, viewer);
  return { server, moderator, viewer, grace, ada };
}

async function comeIn(server: TestServer, name: string, role: 'MODERATOR' | 'VIEWER') {
  const token = await server.join(name, role);
  await openPage(server, token);
  return token;
}

describe('lockSettingsDisablePublicChat', () => {
  it('lets moderators write, and viewers only read', async () => {
    const { server, moderator, viewer, grace, ada } = await startWithTwo(
      'lockSettingsDisablePublicChat=true',
    );
    expect((await grace.see()).features.chat).toBe(true);
    expect((await ada.see()).features.chat).toBe(false);
    const refused = await server.act(viewer, 'chat', { text: 'Hi' });
    expect(refused.status).toBe(409);
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'turned_off' } });
    expect((await server.act(moderator, 'chat', { text: 'Listen' })).status).toBe(204);
    const { chat } = await ada.see((view) => view.chat.length > 0);
    expect(chat).toMatchObject([{ from: 'Grace', text: 'Listen' }]);
  });
});

describe('lockSettingsHideUserList', () => {
  it('shows viewers nobody but moderators and themselves', async () => {
    const { server, viewer, grace, ada } = await startWithTwo('lockSettingsHideUserList=true');
    const alan = await comeIn(server, 'Alan', 'VIEWER');
    await grace.see(({ people }) => people.length === 3);
    await server.act(alan, 'leave');
    await grace.see(({ people }) => people.length === 2);
    await comeIn(server, 'Mary', 'MODERATOR');
    await server.act(viewer, 'hand', { raised: true });
    const seen = await ada.see(({ people }) => people.some(({ handRaised }) => handRaised));
    expect(seen.people.map(({ name }) => name).toSorted()).toEqual(['Ada', 'Grace', 'Mary']);
    // The page as it opened, Mary, and the own hand, the last two perhaps at once; nothing of Alan.
    expect(ada.received).toBeLessThanOrEqual(3);
    const late = await openPage(server, await server.join('Eve', 'VIEWER'));
    expect((await late.see()).people.map(({ name }) => name)).toEqual(['Grace', 'Mary', 'Eve']);
  });
});

it('locks nobody with lockSettingsLockOnJoin=false', async () => {
  const locks = 'lockSettingsDisablePublicChat=true&lockSettingsHideUserList=true';
  const { server, viewer, ada } = await startWithTwo(`${locks}&lockSettingsLockOnJoin=false`);
  await comeIn(server, 'Alan', 'VIEWER');
  await ada.see(({ people }) => people.length === 3);
  expect((await server.act(viewer, 'chat', { text: 'Hi' })).status).toBe(204);
});
