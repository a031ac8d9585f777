<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use LogicException;
use OCP\Accounts\IAccount;
use OCP\Accounts\IAccountManager;
use OCP\Accounts\IAccountProperty;

/** What one account says of itself, of which only the address is asked for. */
final class Profile implements IAccount, IAccountProperty
{
    public function __construct(private readonly string $address, private readonly string $scope)
    {
    }

    public function getProperty(string $property): IAccountProperty
    {
        return $property === IAccountManager::PROPERTY_EMAIL ? $this : throw new LogicException("Nobody says {$property}.");
    }

    public function getValue(): string
    {
        return $this->address;
    }

    public function getScope(): string
    {
        return $this->scope;
    }
}
