<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Hooks;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\MeetingEnded;
use OCP\IURLGenerator;

/** The address at which a server tells of the end of a meeting. */
class EndAddress
{
    private const LIVES = 48 * 60 * 60_000;

    /** Shorter secrets could be found by trying. */
    private const SHORTEST_SECRET = 16;

    public function __construct(
        private readonly Accounts $accounts,
        private readonly Reach $reach,
        private readonly IURLGenerator $urls,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Gives what `create` says of it; nothing where the server does not reach us.
     *
     * @return array{meta_endCallbackUrl?: string}
     */
    public function params(Room $room): array
    {
        $settings = $this->accounts->of($room->getMeetingId())->settings;
        if (strlen($settings->secret) < self::SHORTEST_SECRET || !$this->reach->reachesUs($settings->endpoint)) {
            return [];
        }
        $base = $this->urls->linkToRouteAbsolute('bluebridge.hooks.ended');
        $expiresAt = $this->clock->now() + self::LIVES;

        return ['meta_endCallbackUrl' => MeetingEnded::callbackUrl(
            $base,
            $room->getMeetingId(),
            (string) $room->getId(),
            $expiresAt,
            $settings->secret,
        )];
    }
}
