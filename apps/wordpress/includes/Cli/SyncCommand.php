<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use Bluebridge\WordPress\Recordings\RecordingsUpdate;

/** Asks the servers for recordings. */
final class SyncCommand implements Command
{
    /** Each run takes as many rooms as a background task may; this many are enough for thousands. */
    private const MOST_RUNS = 100;

    public function __construct(private readonly RecordingsUpdate $update)
    {
    }

    public function name(): string
    {
        return 'sync';
    }

    public function help(): array
    {
        return [
            'shortdesc' => 'Asks the servers for the recordings of all rooms that are due.',
            'synopsis' => [
                ['type' => 'flag', 'name' => 'all', 'description' => 'Asks about every room, due or not.', 'optional' => true],
            ],
        ];
    }

    public function run(array $arguments, Terminal $terminal): void
    {
        if ($terminal->isOn('all')) {
            $this->update->hastenAll();
        }
        $sum = ['rooms' => 0, 'changes' => 0, 'failed' => 0];
        for ($runs = 0; $runs < self::MOST_RUNS; $runs++) {
            $came = $this->update->run();
            foreach ($came as $what => $number) {
                $sum[$what] += $number;
            }
            if ($came['rooms'] === 0) {
                break;
            }
        }
        $text = sprintf(
            /* translators: 1: number of rooms, 2: number of changes, 3: number of rooms that could not be asked about */
            __('Rooms: %1$d, changes: %2$d, failed: %3$d.', 'bluebridge'),
            $sum['rooms'],
            $sum['changes'],
            $sum['failed'],
        );
        $sum['failed'] === 0 ? $terminal->success($text) : $terminal->fail($text);
    }
}
