<?php

declare(strict_types=1);

namespace OCP\Calendar\Events;

use OCP\EventDispatcher\Event;

abstract class AbstractCalendarObjectEvent extends Event
{
    /**
     * @param array<string, mixed> $calendarData
     * @param array<array-key, mixed> $shares
     * @param array<string, mixed> $objectData
     */
    public function __construct(private int $calendarId, private array $calendarData, private array $shares, private array $objectData)
    {
        parent::__construct();
    }

    public function getCalendarId(): int
    {
        return $this->calendarId;
    }

    /** @return array<string, mixed> */
    public function getCalendarData(): array
    {
        return $this->calendarData;
    }

    /** @return array<array-key, mixed> */
    public function getShares(): array
    {
        return $this->shares;
    }

    /** @return array<string, mixed> */
    public function getObjectData(): array
    {
        return $this->objectData;
    }
}
