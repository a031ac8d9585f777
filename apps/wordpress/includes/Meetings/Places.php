<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Meetings;

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomToCreate;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SeatLedger;

/**
 * Keeps places for meetings before the server is asked to open them.
 *
 * @phpstan-import-type JoinPlan from JoinPlanner
 * @phpstan-import-type AccountDefaults from RoomToCreate
 * @phpstan-import-type SeatVerdict from SeatLedger
 * @phpstan-import-type SeatWindow from SeatLedger
 * @phpstan-type Shortage array{kind: 'refuse', reason: 'seats_exhausted', nextWindow?: SeatWindow|null}
 */
interface Places
{
    /**
     * Gives what rooms take that say nothing.
     *
     * @return AccountDefaults
     */
    public function defaults(StoredRoom $room): array;

    /**
     * Tells whether there is a place for a room that would open now. Asks no server.
     *
     * @return SeatVerdict|null null where places are not counted
     */
    public function verdict(StoredRoom $room): ?array;

    /**
     * Takes a place for a room that has no meeting.
     *
     * @param array<array-key, mixed> $params of the `create` that follows
     * @param list<string> $evicts meetings that this person has agreed to end
     * @return Place|JoinPlan a plan when there is no place
     * @throws BbbException `id_not_unique` when somebody else has just opened the room: look once more
     */
    public function take(StoredRoom $room, Participant $participant, array $params, array $evicts): Place|array;

    /**
     * Notes that the meeting is there.
     *
     * @param array<array-key, mixed> $reply to `create`
     */
    public function opened(Place $place, array $reply): void;

    /**
     * Notes that `create` failed.
     *
     * @return Shortage|null why somebody who cannot have a place is refused; null for other failures
     */
    public function failed(Place $place, BbbException $error): ?array;
}
