<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Closure;

/** Repeats what may be repeated. */
final class Retries
{
    private const FIRST_PAUSE_MS = 250;

    public function __construct(private readonly RetryLimits $limits, private readonly Time $time)
    {
    }

    /**
     * Repeats a read while its failure is `retryable`. Pauses double and are drawn by chance, so that
     * many callers do not come back at once; a pause the server asks for is kept to.
     *
     * @param Closure(): Outcome $attempt
     */
    public function repeat(Closure $attempt): Outcome
    {
        $started = $this->time->now();
        for ($made = 1; ; $made++) {
            $outcome = $attempt();
            $mayRepeat = $outcome->failure !== null && $outcome->failure->retryable && $made < $this->limits->attempts;
            $pause = max($this->pauseAfter($made), $outcome->retryAfterMs ?? 0);
            $isTooLate = $this->time->now() - $started + $pause > $this->limits->withinMs;
            if (!$mayRepeat || $isTooLate || $pause > $this->limits->maxPauseMs) {
                return $outcome;
            }
            $this->time->sleep($pause);
        }
    }

    /** Gives the pause after so many requests, in ms: half of it certain, half by chance. */
    public function pauseAfter(int $made): int
    {
        $full = self::FIRST_PAUSE_MS * 2 ** $made;

        return (int) round($full / 2 + $full / 2 * $this->time->random());
    }
}
