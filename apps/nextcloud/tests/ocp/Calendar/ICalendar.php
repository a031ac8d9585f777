<?php

declare(strict_types=1);

namespace OCP\Calendar;

interface ICalendar
{
    public function getKey(): string;

    public function getUri(): string;

    public function getDisplayName(): ?string;

    public function getPermissions(): int;

    public function isDeleted(): bool;
}
