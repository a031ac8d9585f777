<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use DateTimeImmutable;
use DateTimeInterface;
use DateTimeZone;
use OCP\IDateTimeFormatter;
use OCP\IL10N;

/** Moments in words, in UTC. */
final class Moments implements IDateTimeFormatter
{
    public function formatDate($timestamp, $format = 'long', ?DateTimeZone $timeZone = null, ?IL10N $l = null)
    {
        return self::at($timestamp)->format('Y-m-d');
    }

    public function formatTime($timestamp, $format = 'medium', ?DateTimeZone $timeZone = null, ?IL10N $l = null)
    {
        return self::at($timestamp)->format('H:i');
    }

    public function formatDateTime($timestamp, $formatDate = 'long', $formatTime = 'medium', ?DateTimeZone $timeZone = null, ?IL10N $l = null)
    {
        return self::at($timestamp)->format('Y-m-d H:i');
    }

    private static function at(int|DateTimeInterface $timestamp): DateTimeInterface
    {
        return is_int($timestamp) ? new DateTimeImmutable("@{$timestamp}") : $timestamp;
    }
}
