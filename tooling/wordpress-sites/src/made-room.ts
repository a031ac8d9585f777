/**
 * PHP code for a site's `evaluate`: the author makes the room "Physics", which guests may enter, and
 * goes on with `$room`, its number, and `$entrance`, the address of its door.
 */
export const madeRoom = `
  wp_set_current_user(get_user_by('login', 'author')->ID);
  $request = new WP_REST_Request('POST', '/bluebridge/v1/rooms');
  $request->set_header('Content-Type', 'application/json');
  $request->set_body('{"title":"Physics","settings":{"guestsAllowed":true}}');
  ['id' => $room, 'enterUrl' => $entrance] = rest_do_request($request)->get_data();`;
