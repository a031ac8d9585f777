<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Seats\SeatSigns;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Participant;
use OCA\Bluebridge\Words\EntryWords;
use OCA\Bluebridge\Words\ErrorWords;
use OCP\IL10N;

/**
 * What a person reads at the door of a room: how the meeting stands, who is in where they may know,
 * and what they can do.
 *
 * @phpstan-import-type Info from Snapshot
 * @phpstan-import-type JoinPlan from JoinPlanner
 * @phpstan-import-type SeatSign from SeatSigns
 * @phpstan-type State 'closed'|'waiting'|'open'|'unknown'
 * @phpstan-type EntrySign array{kind: 'start'|'join'|'wait'|'refuse', reason: string, text: string, opensAt: int}
 * @phpstan-type Person array{name: string, isModerator: bool, userId: string|null}
 * @phpstan-type DoorSign array{state: State, startedAt: int|null, endsAt: int|null, people: list<Person>, waiting: int, entry: EntrySign, seats: SeatSign|null}
 */
class DoorSigns
{
    /** Refusals that come before anything of a meeting, and that somebody in the room does not see. */
    private const AT_DOOR = ['banned', 'guests_not_allowed', 'code_required', 'code_wrong', 'not_yet_open', 'closed'];

    /** Refusals that an answer at the door ends. */
    private const ASKED = ['code_required', 'code_wrong', 'consent_required', 'consent_declined'];

    public function __construct(
        private readonly Meetings $meetings,
        private readonly EntryWords $entryWords,
        private readonly ErrorWords $errorWords,
        private readonly IL10N $l10n,
    ) {
    }

    /**
     * Writes the sign for one person.
     *
     * @param bool $seesPeople whether they may know who is in: members of the room
     * @return DoorSign
     */
    public function of(Room $room, Participant $participant, Outcome $outcome, bool $isAwaited, bool $seesPeople): array
    {
        $plan = $this->meetings->plan($room, $participant, $outcome->info);
        $isShut = in_array($plan['reason'] ?? '', self::AT_DOOR, true);
        $info = $outcome->info;
        $isOpen = $info !== null && ($info['hasBeenForciblyEnded'] ?? false) !== true;
        $shows = $seesPeople && $isOpen;

        return [
            'state' => match (true) {
                !$outcome->isKnown => 'unknown',
                $isOpen => 'open',
                $isAwaited => 'waiting',
                default => 'closed',
            },
            'startedAt' => $isOpen && !$isShut ? $info['createTime'] : null,
            'endsAt' => null,
            'people' => $shows ? self::people($info) : [],
            'waiting' => $seesPeople && $isAwaited ? 1 : 0,
            'entry' => $outcome->isKnown || $isShut ? $this->entry($room, $plan) : $this->unknown($outcome),
            'seats' => null,
        ];
    }

    /**
     * Writes the part of the sign that says what a person can do.
     *
     * @param JoinPlan $plan
     * @return EntrySign
     */
    public function entry(Room $room, array $plan): array
    {
        $isArchived = $room->getArchivedAt() > 0;
        $reason = $plan['reason'] ?? '';

        return [
            'kind' => match (true) {
                $isArchived => 'refuse',
                EntryWords::waits($plan) => 'wait',
                in_array($reason, self::ASKED, true) => 'join',
                default => $plan['kind'],
            },
            'reason' => $reason,
            'text' => $isArchived
                ? $this->l10n->t('This room is archived. Whoever owns it can bring it back.')
                : $this->entryWords->text($plan),
            'opensAt' => $plan['opensAt'] ?? 0,
        ];
    }

    /** @return EntrySign nobody knows yet: who presses the button makes us ask */
    private function unknown(Outcome $outcome): array
    {
        $failure = $outcome->failure;

        return [
            'kind' => 'join',
            'reason' => $failure === null ? '' : $failure->value,
            'text' => $failure === null ? '' : $this->errorWords->of($failure),
            'opensAt' => 0,
        ];
    }

    /**
     * @param Info $info
     * @return list<Person>
     */
    private static function people(array $info): array
    {
        return array_map(static fn (array $person): array => [
            'name' => $person['fullName'] ?? '',
            'isModerator' => ($person['role'] ?? '') === 'MODERATOR',
            'userId' => str_contains($person['userID'] ?? ':', ':') ? null : $person['userID'] ?? null,
        ], $info['attendees']);
    }
}
