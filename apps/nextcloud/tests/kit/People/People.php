<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCP\IUserManager;

/** The accounts of an installation. */
final class People implements IUserManager
{
    /** @var array<string, Account> */
    private array $accounts = [];

    public function add(string $id, ?string $email = null, bool $isEnabled = true): Account
    {
        return $this->accounts[$id] = new Account($id, ucfirst($id), $email, $isEnabled);
    }

    public function remove(string $id): void
    {
        unset($this->accounts[$id]);
    }

    public function get($uid)
    {
        return $this->accounts[$uid] ?? null;
    }

    public function getDisplayName(string $uid): ?string
    {
        return $this->get($uid)?->getDisplayName();
    }

    public function userExists($uid)
    {
        return isset($this->accounts[$uid]);
    }

    public function searchDisplayName($pattern, $limit = null, $offset = null)
    {
        $found = array_filter($this->accounts, static fn (Account $account): bool => stripos($account->getDisplayName(), $pattern) !== false);

        return array_slice($found, $offset ?? 0, $limit);
    }

    public function getByEmail($email)
    {
        return array_values(array_filter($this->accounts, static fn (Account $account): bool => $account->getEMailAddress() === $email));
    }
}
