<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/**
 * How a room becomes a meeting.
 *
 * @phpstan-import-type LeftOut from FedParams
 * @phpstan-import-type Params from FedParams
 * @phpstan-type AccountDefaults array{maxParticipants?: int, durationMinutes?: int}
 */
final class RoomToCreate
{
    /** What is reserved where neither the room nor the account says anything. */
    public const RESERVED_BY_DEFAULT = ['maxParticipants' => 20, 'durationMinutes' => 120];

    /**
     * Turns a room into the `create` parameters for a server. No passwords are sent: roles decide at
     * join, and a repeated create then always means the same meeting. Where the server reserves
     * seats, seats and length are always sent: the room's, else the account's, else
     * `RESERVED_BY_DEFAULT`.
     *
     * @param AccountDefaults $accountDefaults what an account reserves for rooms that say nothing
     * @return array{params: Params, leftOut: list<LeftOut>} `leftOut` are wishes of the room that
     *     this server cannot honour
     */
    public static function plan(Room $room, RoomCapabilities $capabilities, array $accountDefaults = []): array
    {
        $fed = FedParams::of($room, 'create', $capabilities);
        $params = ['name' => $room->settings['name'] ?? '', 'meetingID' => $room->meetingID] + $fed['params'];
        if ($capabilities->has('reservesSeats')) {
            $params = self::reservation($room, $accountDefaults) + $params;
        }

        return ['params' => $params, 'leftOut' => $fed['leftOut']];
    }

    /**
     * @param AccountDefaults $account
     * @return array{maxParticipants: int, duration: int}
     */
    private static function reservation(Room $room, array $account): array
    {
        return [
            'maxParticipants' => self::reserved($room, $account, 'maxParticipants'),
            'duration' => self::reserved($room, $account, 'durationMinutes'),
        ];
    }

    /**
     * 0 is "no limit", and nothing unlimited can be reserved: it counts as not said.
     *
     * @param AccountDefaults $account
     * @param 'maxParticipants'|'durationMinutes' $setting
     */
    private static function reserved(Room $room, array $account, string $setting): int
    {
        foreach ([$room->number($setting), $account[$setting] ?? 0] as $said) {
            if ($said !== null && $said !== 0) {
                return $said;
            }
        }

        return self::RESERVED_BY_DEFAULT[$setting];
    }
}
