import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('../views/RoomPage.vue', () => ({ default: { template: '<p>Room</p>' } }));
vi.mock('../views/StartPage.vue', () => ({ default: { template: '<p>Start</p>' } }));

beforeEach(() => vi.resetModules());

// A Nextcloud that needs no index.php in its addresses answers those that have it all the same.
it.each(['', '/index.php', '/cloud', '/cloud/index.php'])(
  'a room is found below %s/apps/bluebridge',
  async (base) => {
    history.replaceState(null, '', `${base}/apps/bluebridge/rooms/7`);
    const { router } = await import('./index.ts');
    await router.push(router.options.history.location);

    expect(router.currentRoute.value.name).toBe('room');
    expect(router.resolve({ name: 'start' }).href).toBe(`${base}/apps/bluebridge/`);
  },
);
