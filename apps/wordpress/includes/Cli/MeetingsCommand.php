<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use Bluebridge\WordPress\Admin\LiveDeeds;
use Bluebridge\WordPress\Admin\LiveMeetings;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Words\ErrorWords;

/** Lists the meetings that run, or ends one. */
final class MeetingsCommand implements Command
{
    private const COLUMNS = ['room', 'title', 'people', 'since'];

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly LiveMeetings $meetings,
        private readonly LiveDeeds $deeds,
    ) {
    }

    public function name(): string
    {
        return 'meetings';
    }

    public function help(): array
    {
        return [
            'shortdesc' => 'Asks the servers which meetings run in rooms of this site, or ends one.',
            'synopsis' => [
                ['type' => 'assoc', 'name' => 'end', 'description' => 'Id of a room whose meeting is to end.', 'optional' => true],
                ['type' => 'flag', 'name' => 'yes', 'description' => 'Ends it without asking back.', 'optional' => true],
                Terminal::FORMAT,
            ],
        ];
    }

    public function run(array $arguments, Terminal $terminal): void
    {
        $room = $terminal->option('end');
        $room === '' ? $this->list($terminal) : $this->end((int) $room, $terminal);
    }

    private function list(Terminal $terminal): void
    {
        $failure = $this->meetings->lookAgain();
        if ($failure !== null) {
            $terminal->warning(ErrorWords::of($failure));
        }
        $rows = [];
        foreach ($this->meetings->all() as $meeting) {
            $rows[] = [
                'room' => $meeting->room->id,
                'title' => $meeting->room->title,
                'people' => $meeting->info['participantCount'] ?? count($meeting->info['attendees']),
                'since' => gmdate('c', intdiv($meeting->info['createTime'], 1000)),
            ];
        }
        $terminal->rows($rows, self::COLUMNS);
    }

    private function end(int $roomId, Terminal $terminal): void
    {
        $room = $this->rooms->find($roomId);
        if ($room === null) {
            $terminal->fail(__('There is no such room.', 'bluebridge'));

            return;
        }
        $terminal->confirm(__('Everybody leaves the room. End the meeting?', 'bluebridge'));
        $told = $this->deeds->end($room);
        $told['works'] ? $terminal->success($told['text']) : $terminal->fail($told['text']);
    }
}
