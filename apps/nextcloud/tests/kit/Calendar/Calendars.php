<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Calendar;

use OCP\Calendar\ICalendarEventBuilder;
use OCP\Calendar\IManager;

/** The calendars of all accounts. */
final class Calendars implements IManager
{
    /** @var array<string, list<OwnCalendar>> by principal */
    private array $calendars = [];

    public function add(string $userId, OwnCalendar $calendar): void
    {
        $this->calendars["principals/users/{$userId}"][] = $calendar;
    }

    /** @param list<string> $calendarUris none for all */
    public function getCalendarsForPrincipal(string $principalUri, array $calendarUris = []): array
    {
        $all = $this->calendars[$principalUri] ?? [];

        return array_values(array_filter($all, static fn (OwnCalendar $calendar): bool =>
            $calendarUris === [] || in_array($calendar->getUri(), $calendarUris, true)));
    }

    public function createEventBuilder(): ICalendarEventBuilder
    {
        return new PlannedEvent();
    }
}
