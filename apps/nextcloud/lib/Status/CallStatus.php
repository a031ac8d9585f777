<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Status;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\InCallMapper;
use OCP\UserStatus\IManager;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Lets others see who is in a call, by the status of users. What somebody chose themselves comes back
 * after, also when they pressed the button and never arrived.
 */
class CallStatus
{
    /** Nextcloud's own word for being in a call. */
    private const MESSAGE = 'call';

    private const STATUS = 'busy';

    /** How long somebody may be on their way: browsers ask for the microphone first, ms. */
    private const ARRIVES_WITHIN = 60_000;

    /** How long somebody counts as in a call without the server saying so, ms. */
    private const BELIEVED_FOR = 12 * 3_600_000;

    public function __construct(
        private readonly IManager $statuses,
        private readonly InCallMapper $inCall,
        private readonly Clock $clock,
        private readonly LoggerInterface $logger,
    ) {
    }

    public function began(string $userId, string $meetingID): void
    {
        $this->inCall->note($userId, $meetingID, $this->clock->now());
        $this->carefully(fn () => $this->statuses->setUserStatus($userId, self::MESSAGE, self::STATUS, true));
    }

    /**
     * Gives their status back to those who have left, or did not come.
     *
     * @param list<string> $before ids of those who were in when the server was last asked
     * @param list<string> $now ids of those who are in
     */
    public function seen(string $meetingID, array $before, array $now): void
    {
        $late = $this->clock->now() - self::ARRIVES_WITHIN;
        $this->giveBack($meetingID, static fn (string $userId, int $enteredAt): bool =>
            !in_array($userId, $now, true) && (in_array($userId, $before, true) || $enteredAt <= $late));
    }

    /** Gives their status back to all who were in a meeting that is over. */
    public function over(string $meetingID): void
    {
        $this->giveBack($meetingID, static fn (): bool => true);
    }

    /** Gives their status back to those of whom nothing can be known since long, as their server is gone. */
    public function lost(string $meetingID): void
    {
        $before = $this->clock->now() - self::BELIEVED_FOR;
        $this->giveBack($meetingID, static fn (string $userId, int $enteredAt): bool => $enteredAt <= $before);
    }

    /** @param callable(string, int): bool $isOut told of each who entered, and when */
    private function giveBack(string $meetingID, callable $isOut): void
    {
        $gone = [];
        foreach ($this->inCall->ofMeeting($meetingID) as $userId => $enteredAt) {
            if ($isOut((string) $userId, $enteredAt)) {
                $gone[(string) $userId] = $enteredAt;
            }
        }
        if ($gone === []) {
            return;
        }
        $userIds = array_map(strval(...), array_keys($gone));
        // Who has gone on into another meeting is still in a call.
        $free = array_values(array_diff($userIds, $this->inCall->inOthers($meetingID, $userIds)));
        $this->carefully(function () use ($meetingID, $userIds, $free, $gone): void {
            if ($free !== []) {
                $this->statuses->revertMultipleUserStatus($free, self::MESSAGE, self::STATUS);
            }
            // After, so that what fails is tried again.
            $this->inCall->forget($meetingID, $userIds, max($gone));
        });
    }

    /** Nobody is kept out of a meeting because their status cannot be shown. */
    private function carefully(callable $deed): void
    {
        try {
            $deed();
        } catch (Throwable $error) {
            $this->logger->info('The status of a user could not be changed', ['exception' => $error, 'app' => 'bluebridge']);
        }
    }
}
