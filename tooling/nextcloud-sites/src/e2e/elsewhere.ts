import { tokenOf } from '../host/browser.ts';
import { dataOf, must } from './expect.ts';
import type { Person } from './people.ts';
import type { Room, Surroundings } from './surroundings.ts';

interface Reference {
  readonly richObjectType: string;
  readonly richObject: { readonly name?: string } | null;
}

interface Provider {
  readonly id: string;
  readonly search_providers_ids?: readonly string[];
}

/** What the app gives to pages of other apps: cards, the Smart Picker, Files, the contacts menu. */
export async function showElsewhere(
  { served, nextcloud, steps }: Surroundings,
  room: Room,
  member: Person,
  stranger: Person,
): Promise<void> {
  const { step } = steps;
  await step('the address of the room is a card for its people, and for nobody else', async () => {
    const address = `${served.url}/apps/bluebridge/rooms/${room.id}`;
    const seen = await cardOf(member, address);
    must(seen?.richObjectType === 'bluebridge_room', `the card is ${JSON.stringify(seen)}`);
    must(seen?.richObject?.name === room.name, 'the card does not name the room');
    const foreign = await cardOf(stranger, address);
    must(foreign?.richObjectType !== 'bluebridge_room', 'a stranger sees the card');
  });
  await step('the Smart Picker offers rooms', async () => {
    const all = dataOf<readonly Provider[]>(
      await member.api.call('GET', '/ocs/v2.php/references/providers'),
    );
    const ours = all.find(({ id }) => id === 'bluebridge-room');
    must(
      ours?.search_providers_ids?.includes('bluebridge-rooms') === true,
      `the Smart Picker has ${JSON.stringify(all.map(({ id }) => id))}`,
    );
  });
  await step('Files gets the action for its release, and no other app does', async () => {
    const script = `bluebridge-files${Number.parseInt(nextcloud.version, 10) < 33 ? 32 : 33}.mjs`;
    const files = await member.browser.open('/apps/files/files');
    must(files.status === 200, `Files answers ${files.status}`);
    must(files.text.includes(script), `Files does not load ${script}`);
    const other = await member.browser.open('/settings/user');
    must(other.status === 200, `the personal settings answer ${other.status}`);
    must(!other.text.includes('apps/bluebridge/js/'), 'the personal settings load a script');
  });
  await step('the contacts menu offers to call the colleague', async () => {
    const page = await stranger.browser.open('/apps/bluebridge/');
    const entry = await stranger.browser.send('/contactsmenu/findOne', {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        requesttoken: tokenOf(page.text),
      },
      body: JSON.stringify({ shareType: 0, shareWith: member.id }),
    });
    must(entry.status === 200, `the contacts menu answers ${entry.status}`);
    must(
      JSON.stringify(JSON.parse(entry.text)).includes(`start=1&with=${member.id}`),
      `the contacts menu offers ${entry.text}`,
    );
  });
}

async function cardOf({ api }: Person, address: string): Promise<Reference | undefined> {
  const path = `/ocs/v2.php/references/resolve?reference=${encodeURIComponent(address)}`;
  const { references } = dataOf<{ references: Readonly<Record<string, Reference | null>> }>(
    await api.call('GET', path),
  );
  return references[address] ?? undefined;
}
