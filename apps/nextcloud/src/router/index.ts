import { generateUrl } from '@nextcloud/router';
import { createRouter, createWebHistory } from 'vue-router';
import RoomPage from '../views/RoomPage.vue';
import StartPage from '../views/StartPage.vue';

/** Where the app is, as the browser was sent to it: with index.php or without, Nextcloud answers both. */
const [base = generateUrl('/apps/bluebridge')] =
  /^.*?\/apps\/bluebridge(?=\/|$)/.exec(location.pathname) ?? [];

/** Addresses of the app; the server answers each with the same page. */
export const router = createRouter({
  history: createWebHistory(base),
  routes: [
    { path: '/', name: 'start', component: StartPage },
    {
      path: '/rooms/:id(\\d+)',
      name: 'room',
      component: RoomPage,
      props: ({ params }) => ({ id: Number(params['id']) }),
    },
    { path: '/:rest(.*)', redirect: { name: 'start' } },
  ],
});
