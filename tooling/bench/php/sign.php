<?php

declare(strict_types=1);

/*
 * One cell of the signing benchmark: `php sign.php <cell> <params as JSON>` prints the CPU time of
 * one create URL, in µs, as JSON.
 */

use Bluebridge\Core\Client\Server;
use Bluebridge\Core\Request\RequestBuilder;
use Bluebridge\Core\Request\WireParams;
use Bluebridge\Core\Signing\CanonicalQuery;
use Bluebridge\Core\Signing\Checksum;
use Bluebridge\Core\Signing\HashAlgorithm;

require __DIR__ . '/../../../packages/core-php/tests/Parity/autoload.php';

const ROUNDS = 20_000;

[, $cell, $json] = $argv;
$params = json_decode($json, true, 8, JSON_THROW_ON_ERROR);
$server = Server::from('https://bbb.example.org/bigbluebutton/', '639259d4-9dd8-4b25-bf01-95f9567eaf4b');
$pairs = WireParams::of($params);
$query = CanonicalQuery::build($pairs);

$cells = [
    'bare-hash' => static fn (): string => hash('sha256', "create{$query}{$server->secret}"),
    'bare-encoding' => static function () use ($pairs): string {
        $text = '';
        foreach ($pairs as [$name, $value]) {
            $text .= "&{$name}=" . urlencode($value);
        }

        return $text;
    },
    'core' => static function () use ($params, $server): string {
        $text = CanonicalQuery::build(WireParams::of($params));
        $checksum = Checksum::of(HashAlgorithm::Sha256, 'create', $text, $server->secret);

        return "{$server->endpoint}api/create?{$text}&checksum={$checksum}";
    },
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
