<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Callback;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Hooks\Reach;
use OCA\Bluebridge\Seats\Accounts;
use OCP\IURLGenerator;

/** Where meeting servers say that a recording is ready. */
class ReadyAddress
{
    private const NAME = 'meta_bbb-recording-ready-url';

    public function __construct(
        private readonly Accounts $accounts,
        private readonly Reach $reach,
        private readonly IURLGenerator $urls,
    ) {
    }

    /**
     * Gives what is added to a room's meeting that may be recorded; nothing where the server does not reach us.
     *
     * @param array<string, mixed> $params of `create`
     * @return array<string, string>
     */
    public function params(Room $room, array $params): array
    {
        $isRecorded = ($params['record'] ?? false) === true;

        return $isRecorded && $this->reach->reachesUs($this->accounts->of($room->getMeetingId())->settings->endpoint)
            ? [self::NAME => $this->urls->linkToRouteAbsolute('bluebridge.callback.recordingReady')]
            : [];
    }
}
