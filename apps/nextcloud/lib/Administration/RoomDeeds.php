<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Administration;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Meeting\Outcome;
use OCA\Bluebridge\Server\RoomServers;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Service\RoomRemoval;
use OCA\Bluebridge\Service\Rooms;
use OCA\Bluebridge\Words\ProblemWords;
use OCP\IUserManager;

/**
 * What administrators do to several rooms at once. A room that it cannot be done to keeps none of the
 * others from it.
 *
 * @phpstan-type Failure array{id: int, code: string, message: string}
 */
class RoomDeeds
{
    public const MOST = 200;

    public function __construct(
        private readonly RoomMapper $mapper,
        private readonly Rooms $rooms,
        private readonly RoomRemoval $removal,
        private readonly RoomServers $servers,
        private readonly ServerSettingsStore $settings,
        private readonly RecordingMapper $recordings,
        private readonly MeetingWatches $watches,
        private readonly IUserManager $users,
        private readonly ProblemWords $words,
        private readonly Clock $clock,
    ) {
    }

    /**
     * @param string $deed archive, restore, delete, transfer or move
     * @param array<array-key, mixed> $ids
     * @param string $userId who gets the rooms that are transferred
     * @param string $server that the rooms move to
     * @return array{done: list<int>, failed: list<Failure>}
     * @throws Problem `deed_invalid`, `no_such_person` or `no_such_server`
     */
    public function run(string $deed, array $ids, string $userId = '', string $server = ''): array
    {
        if ($ids === [] || count($ids) > self::MOST) {
            throw Problem::invalid('deed_invalid');
        }
        $do = $this->deed($deed, $userId, $server);
        [$done, $failed] = [[], []];
        foreach (array_unique(array_filter($ids, is_int(...))) as $id) {
            try {
                $do($this->mapper->find($id) ?? throw Problem::notFound('no_such_room'));
                $done[] = $id;
            } catch (Problem $problem) {
                $failed[] = ['id' => $id, 'code' => $problem->problem, 'message' => $this->words->of($problem)];
            }
        }

        return ['done' => $done, 'failed' => $failed];
    }

    /** Tells whether a meeting is known to be open in a room. */
    public function isOpen(Room $room): bool
    {
        return Outcome::of($this->watches->read($room->getMeetingId()), $this->clock->now())->isOpen();
    }

    /**
     * @return callable(Room): mixed
     * @throws Problem
     */
    private function deed(string $deed, string $userId, string $server): callable
    {
        if ($deed === 'transfer') {
            $to = $this->users->get($userId) ?? throw Problem::invalid('no_such_person');

            return fn (Room $room): Room => $this->rooms->transfer($room, $to, isForced: true);
        }
        if ($deed === 'move' && !isset($this->settings->all()[$server])) {
            throw Problem::invalid('no_such_server');
        }

        return match ($deed) {
            'archive' => fn (Room $room): Room => $this->rooms->archive($room, true),
            'restore' => fn (Room $room): Room => $this->rooms->archive($room, false),
            'delete' => $this->removal->ask(...),
            'move' => fn (Room $room) => $this->move($room, $server),
            default => throw Problem::invalid('deed_invalid'),
        };
    }

    /** People are where the meeting is, and recordings stay where they were made. */
    private function move(Room $room, string $server): void
    {
        if ($this->servers->of($room) !== $server) {
            if ($this->isOpen($room)) {
                throw Problem::conflict('meeting_open');
            }
            if ($this->recordings->ofRoom($room->getId()) !== []) {
                throw Problem::conflict('room_has_recordings');
            }
            $this->watches->forget($room->getMeetingId());
        }
        $this->servers->settle($room, $server);
        $this->mapper->update($room);
    }
}
