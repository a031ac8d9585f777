<?php

declare(strict_types=1);

namespace OCP\Calendar;

use DateTimeInterface;

interface ICalendarEventBuilder
{
    public function setStartDate(DateTimeInterface $start): self;

    public function setEndDate(DateTimeInterface $end): self;

    public function setSummary(string $summary): self;

    public function setDescription(string $description): self;

    public function setLocation(string $location): self;

    public function setStatus(CalendarEventStatus $status): static;

    public function setOrganizer(string $email, ?string $commonName = null): self;

    public function addAttendee(string $email, ?string $commonName = null): self;

    public function createInCalendar(ICreateFromString $calendar): string;
}
