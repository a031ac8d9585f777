<?php

declare(strict_types=1);

/*
 * One of many requests of one person that make a room at the same moment: prints the status of the answer.
 */

require dirname(__DIR__) . '/bootstrap.php';

wp_set_current_user((int) ($argv[1] ?? '0'));
$request = new WP_REST_Request('POST', '/bluebridge/v1/rooms');
$request->set_header('Content-Type', 'application/json');
$request->set_body('{"title":"At once"}');
rest_get_server();
// What a request knows from before it waited, as from drawing a menu.
current_user_can('create_bluebridge_rooms');
$pause = (float) getenv('TEST_STARTS_AT') - microtime(true);
usleep((int) max(0, $pause * 1_000_000));
echo rest_do_request($request)->get_status();
