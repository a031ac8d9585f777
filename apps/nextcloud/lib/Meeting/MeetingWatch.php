<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

/** What all requests know of one meeting and of asking for it. Times are epoch ms, 0 for never. */
final class MeetingWatch
{
    /**
     * @param int $askedAt when the server was last asked
     * @param list<int> $recent the latest questions, oldest first
     * @param int $settledAt which of the questions is the last that came to an end, by when it was asked
     * @param int $answeredAt the same of those that ended well
     * @param int $changedAt when it last became known without asking, because we changed it
     * @param string|null $snapshot JSON of the meeting, `null` for none; null while nothing is known
     * @param int $failures questions in a row that failed
     * @param string|null $failureCode a code of `BbbError`
     * @param int $retryAfter how long the server asked to be left alone when it failed, ms
     * @param int $eventAt when something last happened in it, or will have: a reason to look
     * @param int $waitingAt when somebody last waited to be let in
     * @param int $heardAt when the server last told of something by itself
     * @param int $missedAt when it was last found that it had not told of something
     */
    public function __construct(
        public readonly string $meetingID,
        public readonly int $askedAt = 0,
        public readonly array $recent = [],
        public readonly int $settledAt = 0,
        public readonly int $answeredAt = 0,
        public readonly int $changedAt = 0,
        public readonly ?string $snapshot = null,
        public readonly int $failures = 0,
        public readonly ?string $failureCode = null,
        public readonly int $retryAfter = 0,
        public readonly int $eventAt = 0,
        public readonly int $waitingAt = 0,
        public readonly int $heardAt = 0,
        public readonly int $missedAt = 0,
    ) {
    }
}
