<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Seats\Account;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCP\IL10N;

/** What is done to people in a meeting whose time is over. Each step is written down before it is done. */
class EndSteps
{
    private const TRY_AGAIN_AFTER = 15_000;

    public function __construct(
        private readonly PlannedMeetings $planned,
        private readonly MeetingLook $look,
        private readonly ChatWords $chatWords,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Warns the people in a meeting of its end. A warning may get lost with the process that sends it,
     * but two never send it both. Where there is no chat to write into, the card of the room says it.
     *
     * @return int|null when to try again, or nothing when it was done
     * @throws BbbException never: what goes wrong is told by a code
     */
    public function warn(Account $account, PlannedMeeting $meeting, int $minutesLeft, bool $canExtend, EndTally $tally): ?int
    {
        $warned = $this->planned->change($meeting, ['warned_at' => $this->clock->now()]);
        if ($warned === null) {
            return null;
        }
        $failure = $this->chatWords->say($account, $meeting, static fn (IL10N $l10n): string => self::warning($l10n, $minutesLeft, $canExtend));
        if ($failure !== BbbError::Unreachable && $failure !== BbbError::ServerUnavailable) {
            $tally->warned += $failure === null ? 1 : 0;

            return null;
        }
        $this->planned->change($warned, ['warned_at' => $meeting->warnedAt]);

        return $this->clock->now() + self::TRY_AGAIN_AFTER;
    }

    /**
     * Ends a meeting. It is looked at directly before, because `end` knows only the name of the room
     * and must not hit a later meeting.
     *
     * @throws BbbException when the server cannot be asked
     */
    public function sendEnd(Account $account, PlannedMeeting $meeting, int $attempt): null
    {
        ['info' => $info, 'meeting' => $seen] = $this->look->at($account, $meeting);
        if ($info === null || $seen === null || ($seen->seen['meeting'] ?? '') !== 'live') {
            return null;
        }
        $ends = ['times' => $attempt, 'lastAt' => $this->clock->now()];
        $claimed = $this->planned->change($seen, ['ends' => json_encode($ends + ['pending' => true], JSON_THROW_ON_ERROR)]);
        if ($claimed !== null) {
            $failed = !self::isTaken($account, $meeting->meetingID, $info);
            $ends['lastAt'] = $this->clock->now();
            $this->planned->change($claimed, ['ends' => json_encode($ends + ($failed ? ['failed' => true] : []), JSON_THROW_ON_ERROR)]);
        }

        return null;
    }

    /** @param array<string, mixed> $info */
    private static function isTaken(Account $account, string $meetingID, array $info): bool
    {
        // Older servers want the moderator password of the meeting, if it has one.
        $password = is_string($info['moderatorPW'] ?? null) ? ['password' => $info['moderatorPW']] : [];
        try {
            $account->client()->call('end', ['meetingID' => $meetingID] + $password);

            return true;
        } catch (BbbException $error) {
            return $error->error === BbbError::MeetingNotFound;
        }
    }

    private static function warning(IL10N $l10n, int $minutesLeft, bool $canExtend): string
    {
        $end = $l10n->n('This meeting ends in %n minute.', 'This meeting ends in %n minutes.', $minutesLeft);

        return $canExtend ? "{$end} " . $l10n->t('Moderators can extend it at the room in Nextcloud.') : $end;
    }
}
