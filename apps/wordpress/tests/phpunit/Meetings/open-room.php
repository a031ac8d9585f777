<?php

declare(strict_types=1);

/*
 * One of many requests that want to open a room at the same moment, on a server that does not answer in
 * time: prints what became of it, how long that took in s, and how often it asked the server to open it.
 */

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Services;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;

require dirname(__DIR__) . '/bootstrap.php';

$created = 0;
add_filter('pre_http_request', static function (mixed $before, array $arguments, string $url) use (&$created): mixed {
    if (!str_contains($url, '/api/create')) {
        return $before;
    }
    $created++;
    sleep(3);

    return new WP_Error('http_request_failed', 'cURL error 28: Operation timed out');
}, PHP_INT_MAX, 3);
$number = (int) ($argv[1] ?? '0');
$room = new StoredRoom(900_000, 1, 'Maths', 'publish', 'bb-opened-at-once', []);
$meetings = (new Services(__FILE__))->meetings();
$pause = (float) getenv('TEST_STARTS_AT') - microtime(true);
usleep((int) max(0, $pause * 1_000_000));
$began = microtime(true);
try {
    $outcome = $meetings->enter($room, new Participant("wp1-{$number}", 'Ada', true), true, home_url())->plan['reason'] ?? '';
} catch (BbbException $error) {
    $outcome = $error->error->value;
}
echo wp_json_encode([$outcome, microtime(true) - $began, $created]);
