import { expect, it, onTestFinished } from 'vitest';
import { inspect } from './kit/stations.ts';
import { openSchool } from './kit/wordpress.ts';

/** A room with a code that opens in a moment, on a page. */
const PAGE = `
  wp_set_current_user(get_user_by('login', 'author')->ID);
  $ask = static function (string $method, string $route, array $data): array {
      $request = new WP_REST_Request($method, "/bluebridge/v1/{$route}");
      $request->set_header('Content-Type', 'application/json');
      $request->set_body(wp_json_encode($data));
      return rest_do_request($request)->get_data();
  };
  $opensAt = (time() + 25) * 1000;
  $settings = ['guestsAllowed' => true, 'waitForModerator' => false];
  $coded = $ask('POST', 'rooms', ['title' => 'Coded', 'settings' => $settings])['id'];
  $ask('PATCH', "rooms/{$coded}/access", ['viewerCode' => 'sesame-1']);
  $later = $ask('POST', 'rooms', ['title' => 'Later', 'settings' => $settings + ['opensAt' => $opensAt]])['id'];
  $blocks = array_map(static fn ($id) => "<!-- wp:bluebridge/room {\\"roomId\\":{$id}} /-->", [$coded, $later]);
  wp_insert_post(['post_title' => 'Rooms', 'post_name' => 'rooms', 'post_status' => 'publish', 'post_content' => implode('', $blocks)]);
  echo 'made';`;

it('a card asks for the code where it is, and counts down to the hours of a room', async () => {
  const { site, strangers, enter, close } = await openSchool();
  onTestFinished(close);
  expect(await site.evaluate(PAGE)).toBe('made');
  const visitor = await enter();
  await visitor.goto(`${site.url}/rooms/`);
  const later = visitor.getByRole('group', { name: 'Later' });
  await later
    .getByRole('timer')
    .getByText(/in \d+ seconds/)
    .waitFor();
  await inspect(visitor, 'wordpress-card-01-code-and-countdown', '.bluebridge-room');

  const coded = visitor.getByRole('group', { name: 'Coded' });
  await coded.getByLabel('Your name').fill('Vera Visitor');
  await coded.getByLabel('Code', { exact: true }).fill('sesame-1');
  const [tab] = await Promise.all([
    visitor.context().waitForEvent('page'),
    coded.getByLabel('Code', { exact: true }).press('Enter'),
  ]);
  await tab.getByText('You will be taken in as soon as it opens').waitFor();

  // The page, which is the same for all, learns that this visitor need not show the code again.
  await coded.getByLabel('Code', { exact: true }).waitFor({ state: 'hidden', timeout: 60_000 });
  await later.getByRole('timer').waitFor({ state: 'hidden', timeout: 60_000 });
  await later.getByRole('button', { name: 'Wait in a new tab' }).waitFor({ timeout: 60_000 });
  expect(strangers).toEqual([]);
}, 240_000);
