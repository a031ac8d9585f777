import type { Page } from 'playwright-core';

/** A room as WordPress's REST API gives it. */
export interface MadeRoom {
  readonly id: number;
  readonly enterUrl: string;
}

/** Opens the screen of rooms, from where the REST API can be asked; of one room, or to make one. */
export async function openRoomScreen(page: Page, url: string, room?: MadeRoom): Promise<void> {
  const screen = `${url}/wp-admin/edit.php?post_type=bluebridge_room&page=bluebridge-room`;
  await page.goto(room === undefined ? screen : `${screen}&room=${room.id}`);
}

/** Asks the REST API as the person who looks at a screen of the administration. */
export function askAs<Reply>(
  page: Page,
  method: string,
  path: string,
  data?: unknown,
): Promise<Reply> {
  return page.evaluate(
    (request) => {
      const { wp } = globalThis as unknown as {
        wp: { apiFetch: (request: unknown) => Promise<never> };
      };
      return wp.apiFetch(request);
    },
    { method, path, data },
  );
}

/** Makes a room of the person who looks at the screen of rooms. */
export function makeRoom(
  page: Page,
  title: string,
  settings: Readonly<Record<string, string | number | boolean>>,
): Promise<MadeRoom> {
  return askAs(page, 'POST', '/bluebridge/v1/rooms', { title, settings });
}

/** Comes to a room as a guest, by keyboard, and ends on the page that waits or in the meeting. */
export async function comeAsGuest(
  page: Page,
  room: MadeRoom,
  name: string,
  code = '',
): Promise<void> {
  await page.goto(room.enterUrl);
  await page.getByLabel('Your name').fill(name);
  if (code !== '') await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button').press('Enter');
  await page.waitForLoadState('load');
}

/** Waits until somebody is in the meeting that a tab shows. */
export async function inMeeting(tab: Page, name: string): Promise<void> {
  await tab.getByRole('region', { name: 'In the meeting' }).getByText(name).waitFor();
}

/** Posts wrong codes all at once; gives how many were answered by which status. */
export function guessAtOnce(
  page: Page,
  address: string,
  times: number,
): Promise<Record<string, number>> {
  return page.evaluate(
    async ({ url, count }) => {
      const answers = await Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const body = new URLSearchParams({
            bluebridge_name: 'Gus',
            bluebridge_code: `guess-${index}`,
          });
          const { status } = await fetch(url, { method: 'POST', body });
          return status;
        }),
      );
      const counts: Record<string, number> = {};
      for (const status of answers) counts[status] = (counts[status] ?? 0) + 1;
      return counts;
    },
    { url: address, count: times },
  );
}
