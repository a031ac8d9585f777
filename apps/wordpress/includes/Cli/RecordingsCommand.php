<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use Bluebridge\WordPress\Recordings\RecordingIndex;
use Bluebridge\WordPress\Rooms\RoomStore;

/** Lists the recordings that the site knows of. */
final class RecordingsCommand implements Command
{
    private const COLUMNS = ['room', 'title', 'recording', 'state'];

    private const PAGE = 100;

    public function __construct(private readonly RoomStore $rooms, private readonly RecordingIndex $index)
    {
    }

    public function name(): string
    {
        return 'recordings';
    }

    public function help(): array
    {
        return [
            'shortdesc' => 'Lists the recordings that the site knows of. Asks no server: "wp bluebridge sync" does.',
            'synopsis' => [
                ['type' => 'assoc', 'name' => 'room', 'description' => 'Id of a room; all rooms otherwise.', 'optional' => true],
                Terminal::FORMAT,
            ],
        ];
    }

    public function run(array $arguments, Terminal $terminal): void
    {
        $only = (int) $terminal->option('room');
        $rows = [];
        $page = 1;
        do {
            $found = $this->rooms->search('', null, $page++, self::PAGE)['rooms'];
            foreach ($found as $room) {
                foreach ($only === 0 || $only === $room->id ? $this->index->ofRoom($room->id) : [] as $recording) {
                    $rows[] = [
                        'room' => $room->id,
                        'title' => $room->title,
                        'recording' => $recording->recordID(),
                        'state' => $recording->deletingSince > 0 ? 'deleting' : $recording->indexed['state'],
                    ];
                }
            }
        } while (count($found) === self::PAGE);
        $terminal->rows($rows, self::COLUMNS);
    }
}
