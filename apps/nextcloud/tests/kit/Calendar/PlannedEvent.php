<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Calendar;

use DateTimeInterface;
use OCP\Calendar\CalendarEventStatus;
use OCP\Calendar\ICalendarEventBuilder;
use OCP\Calendar\ICreateFromString;

/** An event, while it is made and after. */
final class PlannedEvent implements ICalendarEventBuilder
{
    public ?DateTimeInterface $start = null;

    public ?DateTimeInterface $end = null;

    public string $summary = '';

    public string $description = '';

    public string $location = '';

    public string $organizer = '';

    public ?CalendarEventStatus $status = null;

    /** @var array<string, string|null> names, by address */
    public array $attendees = [];

    public function setStartDate(DateTimeInterface $start): ICalendarEventBuilder
    {
        $this->start = $start;

        return $this;
    }

    public function setEndDate(DateTimeInterface $end): ICalendarEventBuilder
    {
        $this->end = $end;

        return $this;
    }

    public function setSummary(string $summary): ICalendarEventBuilder
    {
        $this->summary = $summary;

        return $this;
    }

    public function setDescription(string $description): ICalendarEventBuilder
    {
        $this->description = $description;

        return $this;
    }

    public function setLocation(string $location): ICalendarEventBuilder
    {
        $this->location = $location;

        return $this;
    }

    public function setStatus(CalendarEventStatus $status): static
    {
        $this->status = $status;

        return $this;
    }

    public function setOrganizer(string $email, ?string $commonName = null): ICalendarEventBuilder
    {
        $this->organizer = $email;

        return $this;
    }

    public function addAttendee(string $email, ?string $commonName = null): ICalendarEventBuilder
    {
        $this->attendees[$email] = $commonName;

        return $this;
    }

    public function createInCalendar(ICreateFromString $calendar): string
    {
        assert($calendar instanceof OwnCalendar);
        $name = 'EVENT' . (count($calendar->events) + 1) . '.ics';
        $calendar->events[$name] = $this;

        return $name;
    }
}
