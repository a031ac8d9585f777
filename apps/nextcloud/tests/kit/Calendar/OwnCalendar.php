<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Calendar;

use OCP\Calendar\ICreateFromString;

/** A calendar of somebody. */
final class OwnCalendar implements ICreateFromString
{
    /** @var array<string, PlannedEvent> by the names of their objects */
    public array $events = [];

    public function __construct(private readonly string $uri, private readonly string $name, private readonly int $permissions = 31)
    {
    }

    public function getKey(): string
    {
        return $this->uri;
    }

    public function getUri(): string
    {
        return $this->uri;
    }

    public function getDisplayName(): ?string
    {
        return $this->name;
    }

    public function getPermissions(): int
    {
        return $this->permissions;
    }

    public function isDeleted(): bool
    {
        return false;
    }
}
