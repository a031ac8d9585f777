<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SeatLedger;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Seats\SeatAccount;

/** Names who has seats. Whoever asks must lead a room, or decide for the site. */
final class SeatHolders
{
    /** More say nothing to anybody. */
    private const MOST_SHOWN = 8;

    public function __construct(private readonly RoomStore $rooms)
    {
    }

    /**
     * Names those who have seats now, most seats first, or those of them who are asked for. A room has a
     * name for people who may know of it, and only then its owner has one.
     *
     * @param list<PlannedMeeting> $open
     * @param list<string>|null $only ids of meetings; null for all
     * @return list<Holder>
     */
    public function of(SeatAccount $account, array $open, int $now, ?array $only = null): array
    {
        $all = array_filter(
            SeatLedger::holders($account, $now),
            static fn (array $each): bool => $only === null || in_array($each['meetingID'], $only, true),
        );
        $rooms = [];
        foreach ($open as $meeting) {
            $rooms[$meeting->id] = $meeting->roomId;
        }

        return array_map(fn (array $each): Holder => new Holder(
            $this->nameOf($rooms[(int) $each['meetingID']] ?? 0),
            $each['seats'],
            $each['until'],
            $each['state'] === 'overtime',
        ), array_slice($all, 0, self::MOST_SHOWN));
    }

    private function nameOf(int $roomId): string
    {
        if ($roomId === 0) {
            return __('Another system', 'bluebridge');
        }
        $room = current_user_can(Rights::SEE, $roomId) ? $this->rooms->find($roomId) : null;
        if ($room === null) {
            return __('Another room of this site', 'bluebridge');
        }
        $owner = get_userdata($room->authorId);

        /* translators: 1: name of a room, 2: name of the person it belongs to */
        return $owner === false ? $room->title : sprintf(__('%1$s (%2$s)', 'bluebridge'), $room->title, $owner->display_name);
    }
}
