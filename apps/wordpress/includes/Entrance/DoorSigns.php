<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Meetings\Meetings;
use Bluebridge\WordPress\Meetings\Outcome;
use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Seats\SeatSigns;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\MeetingState;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;
use Bluebridge\WordPress\Words\EntryWords;
use Bluebridge\WordPress\Words\ErrorWords;

/**
 * What a person reads at the door of a room: how the meeting stands, and what they can do. Pages show
 * it, and blocks keep it up to date.
 *
 * @phpstan-import-type Info from Snapshot
 * @phpstan-import-type JoinPlan from JoinPlanner
 * @phpstan-import-type RefusedAtDoor from JoinPlanner
 * @phpstan-import-type SeatSign from SeatSigns
 * @phpstan-type Kind 'start'|'join'|'wait'|'ask'|'refuse'|'unknown'
 * @phpstan-type EntrySign array{kind: Kind, reason: string, label: string, text: string, opensAt: int}
 * @phpstan-type Person array{name: string, moderates: bool}
 * @phpstan-type DoorSign array{open: bool, state: string, entry: EntrySign, people: list<Person>, seats: SeatSign}
 */
final class DoorSigns
{
    /** Refusals that come before anything of a meeting. */
    private const AT_DOOR = ['banned', 'guests_not_allowed', 'code_required', 'code_wrong', 'not_yet_open', 'closed'];

    /** Refusals that an answer at the entrance ends. */
    private const ASKED = ['code_required', 'code_wrong', 'consent_required', 'consent_declined', 'would_evict'];

    public function __construct(
        private readonly Meetings $meetings,
        private readonly Clock $clock,
        private readonly ?SeatSigns $seatSigns = null,
    ) {
    }

    /**
     * Writes the sign for one person.
     *
     * @param bool $waits whether they are on a page that takes them in
     * @return DoorSign
     */
    public function of(StoredRoom $room, Participant $participant, Outcome $outcome, bool $waits): array
    {
        $refusal = $this->refusalAtDoor($room, $participant);
        // Before its hours a room is not open to this person, whoever prepares it already.
        $isEarly = $refusal !== null && $refusal['reason'] === 'not_yet_open';
        if ($refusal !== null && ($isEarly || !$outcome->isKnown)) {
            $entry = self::entry($refusal, $waits);

            return ['open' => false, 'state' => '', 'entry' => $entry, 'people' => [], 'seats' => SeatSigns::NOTHING];
        }
        if (!$outcome->isKnown) {
            $failure = $outcome->failure;

            return [
                'open' => false,
                'state' => '',
                'entry' => [
                    'kind' => 'unknown',
                    'reason' => $failure === null ? '' : $failure->value,
                    'label' => EntryWords::usualLabel(),
                    'text' => $failure === null ? '' : ErrorWords::of($failure),
                    'opensAt' => 0,
                ],
                'people' => [],
                'seats' => SeatSigns::NOTHING,
            ];
        }
        $info = $outcome->info;
        $isEnding = ($info['hasBeenForciblyEnded'] ?? false) === true;

        return [
            'open' => $info !== null && !$isEnding,
            'state' => self::state($info, $isEnding),
            'entry' => self::entry($this->meetings->plan($room, $participant, $info, $waits), $waits),
            'people' => $participant->isModerator && $info !== null ? self::people($info) : [],
            'seats' => $isEnding ? SeatSigns::NOTHING : $this->seatSigns?->of($room, $info) ?? SeatSigns::NOTHING,
        ];
    }

    /**
     * Writes the part of the sign that says what a person can do.
     *
     * @param JoinPlan $plan
     * @return EntrySign
     */
    public static function entry(array $plan, bool $waits): array
    {
        $reason = $plan['reason'] ?? '';

        return [
            'kind' => match (true) {
                EntryWords::waits($plan) => 'wait',
                in_array($reason, self::ASKED, true) => 'ask',
                default => $plan['kind'],
            },
            'reason' => $reason,
            'label' => EntryWords::label($plan),
            'text' => EntryWords::text($plan, $waits),
            'opensAt' => $plan['opensAt'] ?? 0,
        ];
    }

    /**
     * Tells somebody whom the room's hours keep out how long that lasts at least, ms; null for everybody
     * else. While it lasts there is nothing to ask the server.
     */
    public function shutFor(StoredRoom $room, Participant $participant): ?int
    {
        $refusal = $this->refusalAtDoor($room, $participant);

        return match ($refusal['reason'] ?? '') {
            'not_yet_open' => max(1_000, ($refusal['opensAt'] ?? 0) - $this->clock->now()),
            'closed' => MINUTE_IN_SECONDS * 1000,
            default => null,
        };
    }

    /** @return RefusedAtDoor|null */
    private function refusalAtDoor(StoredRoom $room, Participant $participant): ?array
    {
        // None of these refusals has to do with seats, so nobody looks for any.
        $plan = JoinPlanner::plan($room->forMeetings(), $participant, MeetingState::absent(), $this->clock->now());

        return $plan['kind'] === 'refuse' && in_array($plan['reason'], self::AT_DOOR, true) ? $plan : null;
    }

    /** @param Info|null $info */
    private static function state(?array $info, bool $isEnding): string
    {
        if ($info === null) {
            return __('Not open yet', 'bluebridge');
        }
        if ($isEnding) {
            return __('Being closed', 'bluebridge');
        }
        $count = $info['participantCount'] ?? count($info['attendees']);
        if ($count === 0) {
            return __('Open · nobody is in yet', 'bluebridge');
        }

        /* translators: %d: number of people in the room */
        return sprintf(_n('Open · %d person', 'Open · %d people', $count, 'bluebridge'), $count);
    }

    /**
     * @param Info $info
     * @return list<array{name: string, moderates: bool}>
     */
    private static function people(array $info): array
    {
        return array_map(static fn (array $person): array => [
            'name' => $person['fullName'] ?? __('Somebody without a name', 'bluebridge'),
            'moderates' => ($person['role'] ?? '') === 'MODERATOR',
        ], $info['attendees']);
    }
}
