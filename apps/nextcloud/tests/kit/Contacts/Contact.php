<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Contacts;

use OCP\Contacts\ContactsMenu\IAction;
use OCP\Contacts\ContactsMenu\IEntry;

/** Somebody in the menu of contacts. */
final class Contact implements IEntry
{
    /** @var list<IAction> */
    public array $actions = [];

    /** @param array<string, mixed> $properties */
    public function __construct(private readonly string $name, private readonly array $properties)
    {
    }

    public function getFullName(): string
    {
        return $this->name;
    }

    public function addAction(IAction $action): void
    {
        $this->actions[] = $action;
    }

    public function getProperty(string $key)
    {
        return $this->properties[$key] ?? null;
    }

    /** @return array<string, string> */
    public function jsonSerialize(): array
    {
        return ['fullName' => $this->name];
    }
}
