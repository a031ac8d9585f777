<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\JoinPlanner;

/**
 * What became of somebody who wanted to enter.
 *
 * @phpstan-import-type JoinPlan from JoinPlanner
 */
final class Entry
{
    /**
     * @param string|null $url signed, and for their browser only: no page, log or cache may have it
     * @param JoinPlan|null $plan why they are not in yet: to wait, or refused, or a meeting to start
     *     that they did not ask for
     */
    private function __construct(
        public readonly ?string $url,
        public readonly ?array $plan,
    ) {
    }

    public static function go(string $url): self
    {
        return new self($url, null);
    }

    /** @param JoinPlan $plan */
    public static function stay(array $plan): self
    {
        return new self(null, $plan);
    }
}
