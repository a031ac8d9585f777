<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Seats\Account;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\NewMeeting;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Seats\Reservations;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\EndPlan;

/**
 * Brings a meeting to its end: warns, ends, looks whether it worked, tries again. Everything is decided
 * anew from the row of the meeting, so it does no harm to do it twice, or at once in two processes:
 * what is done to people is written down first, and only one succeeds in that.
 *
 * @phpstan-import-type EndAction from EndPlan
 */
class MeetingEnding
{
    private const MINUTE = 60_000;

    /** How often a meeting is looked for that may end by itself. */
    private const CHECK_EVERY = 10 * self::MINUTE;

    /** Before something is done to people it must be known whether there are any. */
    private const FRESH_FOR = 20_000;

    private const LETTING_GO_TAKES = 5_000;

    /** One round decides, looks and acts; more than these in a row is a defect. */
    private const MOST_STEPS = 12;

    public function __construct(
        private readonly Accounts $accounts,
        private readonly PlannedMeetings $planned,
        private readonly MeetingLook $look,
        private readonly EndSteps $steps,
        private readonly Clock $clock,
        private readonly AfterEnd $afterEnd,
    ) {
    }

    /**
     * Does what is due about a meeting.
     *
     * @return array{revision: int, dueAt: int} when to come back, 0 for never, and the revision of the
     *     meeting that was decided on
     */
    public function proceed(int $id, EndTally $tally): array
    {
        $meeting = $this->planned->get($id);
        for ($steps = 0; $meeting !== null && $steps < self::MOST_STEPS; $steps++) {
            if ($meeting->state === 'ended') {
                $this->afterEnd->follow($meeting);

                return ['revision' => $meeting->revision, 'dueAt' => 0];
            }
            $dueAt = $this->step($meeting, $steps === 0, $tally);
            if ($dueAt !== null) {
                return ['revision' => $meeting->revision, 'dueAt' => $dueAt];
            }
            $meeting = $this->planned->get($id);
        }

        return ['revision' => $meeting === null ? 0 : $meeting->revision, 'dueAt' => $this->clock->now() + self::CHECK_EVERY];
    }

    /** @return int|null when to come back, or nothing when the meeting changed */
    private function step(PlannedMeeting $meeting, bool $isFirst, EndTally $tally): ?int
    {
        $account = $this->accounts->named($meeting->account);
        if ($account === null) {
            // Its server is gone from the settings: nobody can look for it any more.
            $this->planned->end($meeting, 'server', $this->clock->now());

            return null;
        }
        try {
            return match (true) {
                $meeting->state === 'planned' => $this->findPlanned($account, $meeting),
                ($meeting->seen['meeting'] ?? '') === 'ending' => $this->waitUntilGone($account, $meeting),
                ($meeting->seen['meeting'] ?? '') === 'absent' => $this->noteEnd($meeting, $tally),
                default => $this->follow($account, $meeting, $isFirst, $tally),
            };
        } catch (BbbException) {
            // However long the server is away, the meeting is ended when it is back.
            $tally->failed++;

            return $this->clock->now() + self::MINUTE;
        }
    }

    /** Whoever wanted to open it may have died: the server knows whether the meeting came into being. */
    private function findPlanned(Account $account, PlannedMeeting $meeting): ?int
    {
        $info = MeetingLook::read($account, $meeting->meetingID);
        $createTime = $info['createTime'] ?? null;
        if (is_int($createTime) && ($info['hasBeenForciblyEnded'] ?? null) !== true) {
            $length = $meeting->plannedEndAt === 0 ? 0 : $meeting->plannedEndAt - $meeting->openedAt;
            $this->planned->change($meeting, [
                'state' => 'live',
                'create_time' => $createTime,
                'planned_end_at' => $length === 0 ? 0 : Reservations::startOf($meeting, $createTime) + $length,
            ]);

            return null;
        }
        $surelyBy = $meeting->openedAt + NewMeeting::OPENING_TAKES;
        if ($this->clock->now() < $surelyBy) {
            return $surelyBy;
        }
        $this->planned->end($meeting, 'never_opened', $this->clock->now());

        return null;
    }

    private function waitUntilGone(Account $account, PlannedMeeting $meeting): ?int
    {
        $next = ($meeting->seen['at'] ?? 0) + self::LETTING_GO_TAKES;
        if ($this->clock->now() < $next) {
            return $next;
        }
        $this->look->at($account, $meeting);

        return null;
    }

    private function noteEnd(PlannedMeeting $meeting, EndTally $tally): null
    {
        $by = match (true) {
            $meeting->ends === null => 'server',
            ($meeting->ends['byPerson'] ?? false) === true => 'person',
            default => 'schedule',
        };
        if ($this->planned->end($meeting, $by, $this->clock->now()) && $by === 'schedule') {
            $tally->ended++;
        }

        return null;
    }

    private function follow(Account $account, PlannedMeeting $meeting, bool $isFirst, EndTally $tally): ?int
    {
        $now = $this->clock->now();
        $lastLook = $meeting->seen['at'] ?? $meeting->openedAt;
        // Whoever comes before anything is due was called: something may have happened.
        $nextCheck = $lastLook + ($isFirst ? 1000 : self::CHECK_EVERY);
        if (EndStates::endOf($meeting) === 0) {
            return $nextCheck > $now ? $lastLook + self::CHECK_EVERY : $this->lookAgain($account, $meeting);
        }
        $state = EndStates::of($meeting, $account, $this->planned->open($account->key), $now);
        $action = EndPlan::next($state, $now);
        if ($action['kind'] === 'give_up') {
            return $this->giveUp($account, $meeting, $tally);
        }
        $at = $action['at'] ?? $now;
        if ($at > $now) {
            return $nextCheck > $now ? min($at, $lastLook + self::CHECK_EVERY) : $this->lookAgain($account, $meeting);
        }
        $isFresh = $meeting->seen !== null && $now < $meeting->seen['at'] + self::FRESH_FOR;
        if ($action['kind'] === 'confirm' || !$isFresh) {
            return $this->lookAgain($account, $meeting);
        }

        return $this->act($account, $meeting, $action, $tally);
    }

    /** @param EndAction $action */
    private function act(Account $account, PlannedMeeting $meeting, array $action, EndTally $tally): ?int
    {
        return match ($action['kind']) {
            'warn' => $this->steps->warn($account, $meeting, $action['minutesLeft'], $action['canExtend'], $tally),
            'end' => $this->steps->sendEnd($account, $meeting, $action['attempt']),
            // What is done was seen as absent, and extensions are answered where they are asked for.
            default => $this->clock->now() + self::CHECK_EVERY,
        };
    }

    private function lookAgain(Account $account, PlannedMeeting $meeting): null
    {
        $this->look->at($account, $meeting);

        return null;
    }

    /** The server does not end it: that is noted once, and from then on it is only looked for. */
    private function giveUp(Account $account, PlannedMeeting $meeting, EndTally $tally): ?int
    {
        $ends = $meeting->ends;
        if ($ends !== null && ($ends['gaveUp'] ?? false) !== true) {
            $this->planned->change($meeting, ['ends' => json_encode(['gaveUp' => true] + $ends, JSON_THROW_ON_ERROR)]);
            $tally->failed++;

            return null;
        }
        $nextCheck = ($meeting->seen['at'] ?? 0) + self::CHECK_EVERY;

        return $this->clock->now() < $nextCheck ? $nextCheck : $this->lookAgain($account, $meeting);
    }
}
