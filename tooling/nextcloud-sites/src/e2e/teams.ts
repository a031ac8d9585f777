import { randomBytes } from 'node:crypto';
import { dataOf, must } from './expect.ts';
import type { Person } from './people.ts';
import type { Room, Surroundings } from './surroundings.ts';

/** Shares a room with a team: whoever is in it sees the room as long as both last. */
export async function shareWithTeam(
  { nextcloud, steps }: Surroundings,
  room: Room,
  owner: Person,
  other: Person,
): Promise<void> {
  const { enabled } = JSON.parse(await nextcloud.occ(['app:list', '--output=json'])) as {
    readonly enabled: Readonly<Record<string, string>>;
  };
  if (!('circles' in enabled)) {
    steps.note('This Nextcloud has no teams.');
    return;
  }
  await steps.step('a team is a member of the room, and who is in the team sees it', async () => {
    const name = `Team ${randomBytes(3).toString('hex')}`;
    // By its pages Nextcloud asks itself to do this, at an address that need not be served here.
    const run = (command: string, ...args: readonly string[]) =>
      nextcloud.occ([`circles:${command}`, '--output=json', ...args]);
    const team = JSON.parse(await run('manage:create', '--type=user', owner.id, name)) as {
      readonly id: string;
    };
    const byOwner = ['--initiator', owner.id, '--initiator-type=user'];
    try {
      await run('members:add', ...byOwner, '--type=user', team.id, other.id);
      const found = dataOf<readonly { kind: string; target: string }[]>(
        await owner.api.call('GET', `people?search=${encodeURIComponent(name)}`),
      );
      must(
        found.some(({ kind, target }) => kind === 'team' && target === team.id),
        `the search for members finds ${JSON.stringify(found)}`,
      );
      const member = { kind: 'team', target: team.id, role: 'viewer' };
      const added = dataOf<{ id: number }>(
        await owner.api.call('POST', `rooms/${room.id}/members`, member),
        201,
      );
      await sees(other, room, 200);
      dataOf(await owner.api.call('DELETE', `rooms/${room.id}/members/${added.id}`));
      await sees(other, room, 404);
      dataOf(await owner.api.call('POST', `rooms/${room.id}/members`, member), 201);
    } finally {
      await run('manage:destroy', ...byOwner, team.id);
    }
    await sees(other, room, 404);
  });
}

async function sees({ api }: Person, room: Room, wanted: number): Promise<void> {
  const { status } = await api.call('GET', `rooms/${room.id}`);
  must(status === wanted, `the room answers somebody of the team with ${status}, not ${wanted}`);
}
