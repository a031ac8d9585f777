<?php

declare(strict_types=1);

/*
 * One cell of the benchmark of replies: `php replies.php <cell> <argument>` prints CPU time in ms
 * and the peak of memory in MB, as JSON. It is that of the whole process for lists, and over what
 * the process held before for hostile replies.
 */

use BigBlueButton\Responses\GetRecordingsResponse;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Response\HttpResponse;
use Bluebridge\Core\Response\ItemStream;
use Bluebridge\Core\Response\ResponseInterpreter;
use Bluebridge\Core\Tests\Conformance\Fields;
use Bluebridge\Core\Tests\Conformance\HostileBody;

require __DIR__ . '/../../../packages/core-php/tests/Parity/autoload.php';

[, $cell, $argument] = $argv;

$cpuMs = static function (): float {
    $usage = getrusage();

    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e3
        + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e3;
};

$peakMb = static function (): float {
    preg_match('/VmHWM:\s+(\d+)/', (string) file_get_contents('/proc/self/status'), $found);

    return (int) ($found[1] ?? 0) / 1024;
};

/** Hands out a file as a network does. */
$chunks = static function (string $file): iterable {
    $stream = fopen($file, 'rb');
    while (!feof($stream)) {
        yield fread($stream, 65_536);
    }
};

/** Reads a list as a host does, and drops each item. */
$core = static function (string $file) use ($chunks): int {
    $items = 0;
    foreach (new ItemStream('getRecordings', $chunks($file), 200) as $recording) {
        $items += $recording['recordID'] === '' ? 0 : 1;
    }

    return $items;
};

/** Reads the same with the published library: everything of a recording that it gives typed. */
$peer = static function (string $file): int {
    require __DIR__ . '/peers/vendor/autoload.php';
    $response = new GetRecordingsResponse(simplexml_load_string((string) file_get_contents($file)));
    $items = 0;
    foreach ($response->getRecords() as $record) {
        $fields = [
            $record->getRecordId(), $record->getMeetingId(), $record->getInternalMeetingID(), $record->getName(),
            $record->isPublished(), $record->getState(), $record->getStartTime(), $record->getEndTime(),
            $record->getParticipants(), $record->getRawSize(), $record->getMetas(),
        ];
        foreach ($record->getFormats() as $format) {
            $fields[] = [
                $format->getType(), $format->getUrl(), $format->getProcessingTime(), $format->getLength(),
                $format->getSize(), $format->getImages(),
            ];
        }
        $items += $fields[0] === '' ? 0 : 1;
    }

    return $items;
};

/** Reads a hostile reply, whole and in parts; what it comes to is the question of the vectors. */
$hostile = static function (Fields $given, string $body): void {
    $parts = static function (string $whole): iterable {
        for ($at = 0; $at < strlen($whole); $at += 65_536) {
            yield substr($whole, $at, 65_536);
        }
    };
    $call = $given->text('call');
    $status = $given->integer('status');
    $readers = [
        static fn (): array => ResponseInterpreter::interpret($call, new HttpResponse($status, [], $body)),
        static fn (): array => iterator_to_array(new ItemStream($call, $parts($body), $status), false),
    ];
    foreach ($readers as $read) {
        try {
            $read();
        } catch (BbbException) {
            continue;
        }
    }
};

if ($cell === 'hostile') {
    $worst = ['ms' => 0.0, 'mb' => 0.0];
    // Loading the code is no part of it.
    $hostile(new Fields(['call' => 'getRecordings', 'status' => 200]), '<response><returncode>SUCCESS</returncode>'
        . '<recordings><recording><recordID>r</recordID></recording></recordings></response>');
    $hostile(new Fields(['call' => 'getMeetings', 'status' => 200]), '<!doctype html>');
    foreach (explode(',', $argument) as $file) {
        $vector = json_decode((string) file_get_contents($file), true, 512, JSON_THROW_ON_ERROR);
        $given = (new Fields($vector))->fields('given');
        $body = HostileBody::of($given);
        $before = $peakMb();
        $start = $cpuMs();
        $hostile($given, $body);
        $worst = ['ms' => max($worst['ms'], $cpuMs() - $start), 'mb' => max($worst['mb'], $peakMb() - $before)];
    }
    echo json_encode($worst, JSON_THROW_ON_ERROR);
} else {
    // The published library reads the missing images of a format, which PHP would report each time.
    error_reporting(E_ALL & ~E_WARNING);
    $start = $cpuMs();
    $items = $cell === 'list-peer' ? $peer($argument) : $core($argument);
    $ms = $cpuMs() - $start;
    echo json_encode(['ms' => $ms, 'microsEach' => $ms * 1000 / $items, 'mb' => $peakMb()], JSON_THROW_ON_ERROR);
}
