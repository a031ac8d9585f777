<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use DateTime;
use DateTimeImmutable;
use DateTimeZone;
use OCP\AppFramework\Utility\ITimeFactory;

/** A clock that goes on when it is told to. */
final class SetClock implements ITimeFactory
{
    /** @param int $now epoch ms */
    public function __construct(private int $now = 1_800_000_000_000)
    {
    }

    public function advance(int $ms): void
    {
        $this->now += $ms;
    }

    public function getTime(): int
    {
        return intdiv($this->now, 1000);
    }

    public function getDateTime(string $time = 'now', ?DateTimeZone $timezone = null): DateTime
    {
        return DateTime::createFromImmutable($this->now()->modify($time))->setTimezone($timezone ?? new DateTimeZone('UTC'));
    }

    public function now(): DateTimeImmutable
    {
        $text = sprintf('%d.%03d', intdiv($this->now, 1000), $this->now % 1000);

        return DateTimeImmutable::createFromFormat('U.v', $text) ?: throw new \LogicException('No such time.');
    }
}
