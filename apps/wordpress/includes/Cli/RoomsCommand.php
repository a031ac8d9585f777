<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use Bluebridge\WordPress\Rooms\RoomMove;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Server\ServerSettingsStore;

/** Lists rooms, or lets one meet on another server. */
final class RoomsCommand implements Command
{
    private const COLUMNS = ['id', 'title', 'status', 'author', 'server'];

    private const PAGE = 100;

    /** No server is called so. */
    private const NONE = '-';

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly RoomMove $move,
    ) {
    }

    public function name(): string
    {
        return 'rooms';
    }

    public function help(): array
    {
        return [
            'shortdesc' => 'Lists the rooms of this site, or moves one to another server.',
            'synopsis' => [
                ['type' => 'positional', 'name' => 'id', 'description' => 'A room to move.', 'optional' => true],
                [
                    'type' => 'assoc',
                    'name' => 'server',
                    'description' => 'Id of the server it meets on from its next meeting on; "usual" for the usual one.',
                    'optional' => true,
                ],
                ['type' => 'assoc', 'name' => 'search', 'description' => 'Part of a name.', 'optional' => true],
                Terminal::FORMAT,
            ],
        ];
    }

    public function run(array $arguments, Terminal $terminal): void
    {
        isset($arguments[0]) ? $this->move((int) $arguments[0], $terminal) : $this->list($terminal);
    }

    private function list(Terminal $terminal): void
    {
        $rows = [];
        $page = 1;
        do {
            $found = $this->rooms->search($terminal->option('search'), null, $page++, self::PAGE)['rooms'];
            foreach ($found as $room) {
                $server = $this->move->serverOf($room);
                $rows[] = [
                    'id' => $room->id,
                    'title' => $room->title,
                    'status' => $room->status,
                    'author' => $room->authorId,
                    'server' => $server === ServerSettingsStore::USUAL ? 'usual' : $server,
                ];
            }
        } while (count($found) === self::PAGE);
        $terminal->rows($rows, self::COLUMNS);
    }

    private function move(int $roomId, Terminal $terminal): void
    {
        $wanted = $terminal->option('server');
        $server = $wanted === 'usual' ? ServerSettingsStore::USUAL : $wanted;
        $room = $this->rooms->find($roomId);
        if ($room === null) {
            $terminal->fail(__('There is no such room.', 'bluebridge'));

            return;
        }
        $refusal = $this->move->refusal($room, $wanted === '' ? self::NONE : $server);
        if ($refusal !== null) {
            $terminal->fail($refusal->get_error_message());

            return;
        }
        $this->move->to($room, $server);
        $terminal->success(__('The room meets there from its next meeting on.', 'bluebridge'));
    }
}
