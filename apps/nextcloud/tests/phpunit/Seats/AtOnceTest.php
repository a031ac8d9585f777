<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Seats;

use Doctrine\DBAL\DriverManager;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Tests\HosterTestCase;
use OCA\Bluebridge\Tests\Kit\Installation;

/** Requests that really run at once, each in a process of its own. */
final class AtOnceTest extends HosterTestCase
{
    private const PROCESSES = 6;

    private string $file = '';

    protected function tearDown(): void
    {
        if ($this->file !== '') {
            unlink($this->file);
        }
        parent::tearDown();
    }

    public function testOfSixAtOnceWhoWantTwentyOfFiftySeatsTwoGetThem(): void
    {
        $environment = ['BLUEBRIDGE_DATABASE' => $this->shared()] + getenv();
        $running = [];
        for ($number = 1; $number <= self::PROCESSES; $number++) {
            $command = [PHP_BINARY, __DIR__ . '/reserve.php', (string) $number];
            $process = proc_open($command, [0 => ['pipe', 'r'], 1 => ['pipe', 'w']], $pipes, null, $environment);
            self::assertIsResource($process);
            $running[] = [$process, $pipes[0], $pipes[1]];
        }
        foreach ($running as [, , $output]) {
            self::assertSame("ready\n", fgets($output));
        }
        foreach ($running as [, $input]) {
            fclose($input);
        }
        $outcomes = [];
        foreach ($running as [$process, , $output]) {
            $outcomes[] = trim((string) stream_get_contents($output));
            proc_close($process);
        }
        sort($outcomes);
        self::assertSame(['place', 'place', ...array_fill(0, self::PROCESSES - 2, 'seats_exhausted')], $outcomes);
    }

    /** Gives the database that all of them ask, as JSON. SQLite in memory belongs to one process. */
    private function shared(): string
    {
        $given = (string) getenv('BLUEBRIDGE_DATABASE');
        if ($given !== '' && !str_contains($given, '"memory"')) {
            self::assertSame([], (new PlannedMeetings($this->host->db))->open($this->account()));

            return $given;
        }
        $this->file = (string) tempnam(sys_get_temp_dir(), 'bluebridge-seats-');
        new Installation(DriverManager::getConnection(['driver' => 'pdo_sqlite', 'path' => $this->file]));

        return json_encode(['driver' => 'pdo_sqlite', 'path' => $this->file], JSON_THROW_ON_ERROR);
    }
}
