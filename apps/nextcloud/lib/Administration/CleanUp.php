<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Administration;

use Closure;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomCensus;
use OCA\Bluebridge\Service\RoomRemoval;
use OCA\Bluebridge\Service\Rooms;

/**
 * Archives calls that are over, and rooms that nobody has used for long, and deletes those that were
 * archived for long. A room with recordings is never deleted: nobody would find these any more.
 */
class CleanUp
{
    private const AT_ONCE = 100;

    /** How long the room of a call stays after its last meeting. */
    private const CALL_DAYS = 7;

    public function __construct(
        private readonly CleanUpRules $rules,
        private readonly RoomCensus $census,
        private readonly Rooms $rooms,
        private readonly RoomRemoval $removal,
        private readonly RoomDeeds $deeds,
        private readonly RecordingMapper $recordings,
        private readonly Clock $clock,
    ) {
    }

    /** @return array{archived: int, deleted: int} */
    public function go(): array
    {
        ['archiveAfterDays' => $archive, 'deleteAfterDays' => $delete] = $this->rules->read();

        $archived = $this->archiveCalls() + ($archive > 0 ? $this->archive($archive) : 0);

        return ['archived' => $archived, 'deleted' => $delete > 0 ? $this->delete($delete) : 0];
    }

    private function archive(int $days): int
    {
        $wanted = new RoomsWanted(isArchived: false, unusedSince: AllRooms::since($this->clock->now(), $days));

        return $this->archiveAll($wanted, fn (Room $room): bool => $this->deeds->isOpen($room));
    }

    /** Nobody comes back to a call of last week, unless it has recordings to watch. */
    private function archiveCalls(): int
    {
        $since = AllRooms::since($this->clock->now(), self::CALL_DAYS);
        $wanted = new RoomsWanted(isArchived: false, unusedSince: $since, isForCalls: true);

        return $this->archiveAll($wanted, fn (Room $room): bool =>
            $this->deeds->isOpen($room) || $this->recordings->ofRoom($room->getId()) !== []);
    }

    /** @param Closure(Room): bool $isKept */
    private function archiveAll(RoomsWanted $wanted, Closure $isKept): int
    {
        $archived = 0;
        // What is archived is not found again; what is kept stays in the way of the list.
        for ($kept = 0; ($rooms = $this->census->find($wanted, $kept, self::AT_ONCE)) !== [];) {
            foreach ($rooms as $room) {
                if ($isKept($room)) {
                    $kept++;
                } else {
                    $this->rooms->archive($room, true);
                    $archived++;
                }
            }
        }

        return $archived;
    }

    private function delete(int $days): int
    {
        $before = AllRooms::since($this->clock->now(), $days);
        $deleted = 0;
        for ($after = 0; ($rooms = $this->census->archivedBefore($before, $after, self::AT_ONCE)) !== [];) {
            foreach ($rooms as $room) {
                $after = $room->getId();
                if ($this->recordings->ofRoom($room->getId()) === [] && !$this->deeds->isOpen($room)) {
                    $this->removal->remove($room);
                    $deleted++;
                }
            }
        }

        return $deleted;
    }
}
