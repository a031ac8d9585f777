<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Calendar;

use DateTimeImmutable;
use DateTimeZone;
use Exception;

/** Reads from an event, as calendars keep it (RFC 5545), what the page of a room shows. */
final class EventTimes
{
    private function __construct(public readonly string $title, public readonly int $startsAt, public readonly int $endsAt)
    {
    }

    /** Reads the first event; null for what has no plain beginning and end. */
    public static function in(string $calendarData): ?self
    {
        $lines = (string) preg_replace('/\r?\n[ \t]/', '', $calendarData);
        if (preg_match('/^BEGIN:VEVENT\r?$(.*?)^END:VEVENT\r?$/ms', $lines, $event) !== 1) {
            return null;
        }
        $startsAt = self::moment($event[1], 'DTSTART');
        $endsAt = self::moment($event[1], 'DTEND');
        if ($startsAt === null || $endsAt === null || $endsAt <= $startsAt) {
            return null;
        }
        preg_match('/^SUMMARY(?:;[^:\r\n]*)?:([^\r\n]*)/m', $event[1], $summary);

        return new self(strtr($summary[1] ?? '', ['\\n' => ' ', '\\N' => ' ', '\\,' => ',', '\\;' => ';', '\\\\' => '\\']), $startsAt, $endsAt);
    }

    private static function moment(string $event, string $name): ?int
    {
        if (preg_match("/^{$name}((?:;[^:\\r\\n]*)?):(\\d{8}T\\d{6})(Z?)\\r?$/m", $event, $parts) !== 1) {
            return null;
        }
        $zone = preg_match('/;TZID="?([^";]+)/', $parts[1], $named) === 1 ? $named[1] : 'UTC';
        try {
            $moment = DateTimeImmutable::createFromFormat('!Ymd\THis', $parts[2], new DateTimeZone($parts[3] === 'Z' ? 'UTC' : $zone));
        } catch (Exception) {
            return null;
        }

        return $moment === false ? null : $moment->getTimestamp() * 1000;
    }
}
