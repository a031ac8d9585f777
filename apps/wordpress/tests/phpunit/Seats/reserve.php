<?php

declare(strict_types=1);

/*
 * One of many requests that want seats at the same moment: prints `place`, or why it has none.
 */

use Bluebridge\WordPress\Meetings\Place;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Services;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;

require dirname(__DIR__) . '/bootstrap.php';

$number = (int) ($argv[1] ?? '0');
$room = new StoredRoom(900_000 + $number, 1, "Room {$number}", 'publish', "bb-at-once-{$number}", []);
$places = (new Services(__FILE__))->seats()->places();
$pause = (float) getenv('TEST_STARTS_AT') - microtime(true);
usleep((int) max(0, $pause * 1_000_000));
$place = $places->take($room, new Participant("wp1-{$number}", 'Ada', true), ['maxParticipants' => 20, 'duration' => 60], []);
echo $place instanceof Place ? 'place' : $place['reason'] ?? '';
