<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCP\IGroup;
use OCP\IUser;

/** A group of accounts. */
final class Group implements IGroup
{
    /** @param array<string, Account> $accounts */
    public function __construct(private readonly string $id, private readonly array $accounts)
    {
    }

    public function getGID(): string
    {
        return $this->id;
    }

    public function getDisplayName(): string
    {
        return ucfirst($this->id);
    }

    public function getUsers(): array
    {
        return $this->accounts;
    }

    public function hideFromCollaboration(): bool
    {
        return false;
    }

    public function inGroup(IUser $user): bool
    {
        return isset($this->accounts[$user->getUID()]);
    }
}
