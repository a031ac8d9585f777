<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Rooms;

use Bluebridge\Core\Rooms\EndState;
use Bluebridge\Core\Rooms\MeetingState;
use Bluebridge\Core\Rooms\Participant;
use Bluebridge\Core\Rooms\Room;
use Bluebridge\Core\Rooms\RoomCapabilities;
use Bluebridge\Core\Rooms\SeatLedger;
use Bluebridge\Core\Rooms\Seats\Reservation;
use Bluebridge\Core\Rooms\Seats\SeatAccount;
use Bluebridge\Core\Rooms\Seats\SeatRequest;
use Bluebridge\Core\Rooms\StatusState;
use Bluebridge\Core\Tests\Conformance\Fields;

/**
 * What rooms and meetings are, of the JSON that all languages share. Its values are what the schemas
 * of the vectors demand.
 *
 * @phpstan-import-type SeatVerdict from SeatLedger
 */
final class Given
{
    public static function room(Fields $given, string $name): Room
    {
        $settings = self::settings($given, $name);
        unset($settings['meetingID']);

        return new Room($given->fields($name)->text('meetingID'), $settings);
    }

    /** @return array<string, string|int|bool> */
    public static function settings(Fields $given, string $name): array
    {
        return array_filter(
            $given->map($name),
            static fn (mixed $value): bool => is_string($value) || is_int($value) || is_bool($value),
        );
    }

    public static function participant(Fields $given): Participant
    {
        /** @var 'viewer'|'moderator'|'wrong'|null $code */
        $code = $given->optionalText('code');
        /** @var 'given'|'declined'|null $consent */
        $consent = $given->optionalText('recordingConsent');

        return new Participant(
            $given->text('userID'),
            $given->text('fullName'),
            $given->boolean('isModerator'),
            $given->value('isGuest') === true,
            $given->value('isBanned') === true,
            $code,
            $consent,
            $given->value('confirmsEviction') === true,
        );
    }

    public static function meeting(Fields $given): MeetingState
    {
        if ($given->text('kind') !== 'live') {
            /** @var SeatVerdict|null $seats */
            $seats = $given->has('seats') ? $given->map('seats') : null;

            return $given->text('kind') === 'ending' ? MeetingState::ending() : MeetingState::absent($seats);
        }
        $userIDs = array_values(array_filter($given->list('userIDs'), is_string(...)));

        return MeetingState::live(
            $given->integer('createTime'),
            $given->integer('participantCount'),
            $given->integer('moderatorCount'),
            $given->integer('maxUsers'),
            $userIDs,
            $given->value('recording') === true,
        );
    }

    public static function capabilities(Fields $given, string $name): RoomCapabilities
    {
        $calls = array_values(array_filter($given->fields($name)->list('missingCalls'), is_string(...)));

        return new RoomCapabilities(array_filter($given->map($name), is_bool(...)), $calls);
    }

    public static function account(Fields $given): SeatAccount
    {
        return new SeatAccount(self::integer($given, 'connections'), array_map(self::reservation(...), $given->objects('reservations')));
    }

    private static function reservation(Fields $given): Reservation
    {
        /** @var 'planned'|'held'|'overtime' $state */
        $state = $given->text('state');

        return new Reservation(
            $given->text('meetingID'),
            self::integer($given, 'seats'),
            self::integer($given, 'from'),
            self::integer($given, 'until'),
            $state,
            self::optionalInteger($given, 'live'),
        );
    }

    public static function seatRequest(Fields $given): SeatRequest
    {
        return new SeatRequest(
            $given->text('meetingID'),
            self::integer($given, 'seats'),
            self::integer($given, 'from'),
            self::integer($given, 'until'),
        );
    }

    public static function statusState(Fields $given): StatusState
    {
        $failure = $given->fields('failure');
        $webhooks = $given->fields('webhooks');

        return new StatusState(
            $given->integer('waiting'),
            $given->boolean('visible'),
            self::optionalInteger($given, 'askedAt'),
            self::optionalInteger($failure, 'times') ?? 0,
            self::optionalInteger($failure, 'retryAfter') ?? 0,
            self::optionalInteger($webhooks, 'eventAt'),
            self::optionalInteger($webhooks, 'roomEventAt'),
            self::optionalInteger($webhooks, 'missedAt'),
        );
    }

    public static function endState(Fields $given): EndState
    {
        $done = $given->fields('done');
        /** @var array{times: int, lastAt: int, failed?: bool}|null $ends */
        $ends = $done->has('ends') ? $done->map('ends') : null;
        /** @var array{at: int, meeting: 'live'|'ending'|'absent'}|null $read */
        $read = $done->has('read') ? $done->map('read') : null;

        return new EndState(
            $given->text('meetingID'),
            $given->integer('startedAt'),
            $given->integer('plannedEndAt'),
            self::capabilities($given, 'server'),
            self::optionalInteger($given, 'participantCount'),
            self::optionalInteger($given, 'grace') ?? 0,
            $given->has('account') ? self::account($given->fields('account')) : null,
            self::optionalInteger($given, 'extensionWanted'),
            self::optionalInteger($done, 'warnedAt'),
            $ends,
            $read,
        );
    }

    private static function optionalInteger(Fields $given, string $name): ?int
    {
        return $given->has($name) ? self::integer($given, $name) : null;
    }

    /** A fraction is no int; one that JavaScript cannot count to breaks the same rule. */
    private static function integer(Fields $given, string $name): int
    {
        return is_float($given->value($name)) ? PHP_INT_MAX : $given->integer($name);
    }
}
