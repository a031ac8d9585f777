<?php

declare(strict_types=1);

/*
 * One cell of the signing benchmark: `php sign.php <cell> <params as JSON>` prints the CPU time of
 * one create URL, in µs, as JSON.
 */

use BigBlueButton\Enum\GuestPolicy;
use BigBlueButton\Enum\HashingAlgorithm;
use BigBlueButton\Enum\MeetingLayout;
use BigBlueButton\Parameters\CreateMeetingParameters;
use BigBlueButton\Util\UrlBuilder;
use Bluebridge\Core\Client\Server;
use Bluebridge\Core\Request\RequestBuilder;
use Bluebridge\Core\Request\WireParams;
use Bluebridge\Core\Signing\CanonicalQuery;
use Bluebridge\Core\Signing\Checksum;
use Bluebridge\Core\Signing\HashAlgorithm;

require __DIR__ . '/../../../packages/core-php/tests/Parity/autoload.php';
require __DIR__ . '/peers/vendor/autoload.php';

const ROUNDS = 20_000;

[, $cell, $json] = $argv;
$params = json_decode($json, true, 8, JSON_THROW_ON_ERROR);
$server = Server::from('https://bbb.example.org/bigbluebutton/', '639259d4-9dd8-4b25-bf01-95f9567eaf4b');
$values = WireParams::of($params);
$query = CanonicalQuery::build($values);

/** Names as the published library spells them; it has setters of its own for the rest. */
$setters = [
    'welcome' => 'setWelcomeMessage',
    'logoutURL' => 'setLogoutUrl',
    'moderatorOnlyMessage' => 'setModeratorOnlyMessage',
];

/** Gives the published library the same 26 parameters. */
$peerParameters = static function () use ($params, $setters): CreateMeetingParameters {
    $filled = new CreateMeetingParameters($params['meetingID'], $params['name']);
    foreach ($params as $name => $value) {
        if ($name === 'meetingID' || $name === 'name') {
            continue;
        }
        if (str_starts_with($name, 'meta_')) {
            $filled->addMeta(substr($name, 5), $value);
            continue;
        }
        $filled->{$setters[$name] ?? 'set' . ucfirst($name)}(match ($name) {
            'guestPolicy' => GuestPolicy::from($value),
            'meetingLayout' => MeetingLayout::from($value),
            default => $value,
        });
    }

    return $filled;
};
$peer = new UrlBuilder($server->secret, $server->endpoint, HashingAlgorithm::SHA_256);
$peerFilled = $peerParameters();

$cells = [
    // Whichever hash the host has that is quicker.
    'bare-hash' => static fn (): string => function_exists('openssl_digest')
        ? (string) openssl_digest("create{$query}{$server->secret}", 'sha256')
        : hash('sha256', "create{$query}{$server->secret}"),
    'bare-encoding' => static function () use ($values): string {
        $text = '';
        foreach ($values as $name => $value) {
            $text .= "&{$name}=" . urlencode($value);
        }

        return $text;
    },
    'core' => static function () use ($params, $server): string {
        $text = CanonicalQuery::build(WireParams::of($params));
        $checksum = Checksum::of(HashAlgorithm::Sha256, 'create', $text, $server->secret);

        return "{$server->endpoint}api/create?{$text}&checksum={$checksum}";
    },
    'peer-url' => static fn (): string => $peer->getCreateMeetingUrl($peerFilled),
    'peer' => static fn (): string => $peer->getCreateMeetingUrl($peerParameters()),
    'core-validated' => static fn (): string => RequestBuilder::build($server, 'create', $params)->url,
];

$work = $cells[$cell];
$repeat = static function (int $times) use ($work): void {
    for ($round = 0; $round < $times; $round++) {
        $work();
    }
};

$cpuMicros = static function (): float {
    $usage = getrusage();

    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e6
        + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
};

$repeat(ROUNDS >> 1);
$start = $cpuMicros();
$repeat(ROUNDS);
echo json_encode(['micros' => ($cpuMicros() - $start) / ROUNDS], JSON_THROW_ON_ERROR);
