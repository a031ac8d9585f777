<?php

declare(strict_types=1);

namespace OCP\Calendar;

interface IManager
{
    /** @return ICalendar[] */
    public function getCalendarsForPrincipal(string $principalUri, array $calendarUris = []): array;

    public function createEventBuilder(): ICalendarEventBuilder;
}
