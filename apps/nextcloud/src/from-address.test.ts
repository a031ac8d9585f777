import { expect, it } from 'vitest';
import { createRouter, createWebHistory } from 'vue-router';
import { callFromAddress, filesFromAddress, forgetQuery } from './from-address.ts';

const page = { template: '<i />' };

/** Opens a page of the app as the browser does, up to when the address has been read. */
async function open(address: string) {
  history.replaceState(null, '', address);
  const router = createRouter({
    history: createWebHistory('/apps/bluebridge'),
    routes: [
      { path: '/', component: page },
      { path: '/rooms/:id', component: page },
    ],
  });
  const found = { call: callFromAddress(), files: filesFromAddress() };
  const forgotten = forgetQuery(router);
  await router.push(router.options.history.location);
  await forgotten;
  return found;
}

it.each([
  '/apps/bluebridge/?start=1',
  '/apps/bluebridge/?start=1&with=carol&name=Carol',
  '/apps/bluebridge/?file=/a.pdf&file=/b.pdf',
])('what %s asks for is asked for once', async (address) => {
  const { call, files } = await open(address);
  expect(call !== undefined || files.length === 2).toBe(true);
  expect(location.pathname + location.search).toBe('/apps/bluebridge/');
  expect(callFromAddress()).toBeUndefined();
  expect(filesFromAddress()).toEqual([]);
});

it('the place in a page stays in the address', async () => {
  await open('/apps/bluebridge/rooms/1?start=1#recordings');
  expect(location.pathname + location.search + location.hash).toBe(
    '/apps/bluebridge/rooms/1#recordings',
  );
});
