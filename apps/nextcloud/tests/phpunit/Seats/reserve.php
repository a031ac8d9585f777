<?php

/** Asks for twenty of fifty seats, in a process of its own, and says what became of it. */

declare(strict_types=1);

use Doctrine\DBAL\DriverManager;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\AccountTermsStore;
use OCA\Bluebridge\Seats\Reservations;
use OCA\Bluebridge\Seats\Place;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Tests\Kit\Installation;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Participant;

require dirname(__DIR__) . '/bootstrap.php';

/** @var array{driver: 'pdo_mysql'|'pdo_pgsql'|'pdo_sqlite'} $database */
$database = json_decode((string) getenv('BLUEBRIDGE_DATABASE'), true, flags: JSON_THROW_ON_ERROR);
$host = new Installation(DriverManager::getConnection($database), hasTables: true);
$endpoint = getenv('BLUEBRIDGE_SIMULATOR') . '/hoster/de/bbb-integration/';
(new ServerSettingsStore($host->settings))->write(
    new ServerSettings($endpoint, (string) getenv('BLUEBRIDGE_SECRET'), 'integration', allowsLocal: true),
);
$account = $host->container->get(Accounts::class)->all()[0]->key;
(new AccountTermsStore($host->settings))->keep($account, ['connections' => 50]);

$number = (int) ($argv[1] ?? 0);
$room = new Room();
$room->setId($number);
$room->setMeetingId("nc-at-once-{$number}");
$room->setOwnerId('alice');
$room->setName("Room {$number}");
$room->setSettings('{"maxParticipants":20,"durationMinutes":60}');
$reservations = $host->container->get(Reservations::class);
// All of them begin at the same moment.
echo "ready\n";
fgets(STDIN);
$place = $reservations->take($room, new Participant('alice', 'Alice', true), ['maxParticipants' => 20, 'duration' => 60], []);
echo $place instanceof Place ? 'place' : $place['reason'] ?? '';
