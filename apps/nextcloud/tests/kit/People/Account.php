<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCP\IUser;

/** Somebody with an account. */
final class Account implements IUser
{
    public function __construct(
        private readonly string $id,
        private readonly string $name,
        private readonly ?string $email = null,
        private readonly bool $isEnabled = true,
    ) {
    }

    public function getUID()
    {
        return $this->id;
    }

    public function getDisplayName()
    {
        return $this->name;
    }

    public function isEnabled()
    {
        return $this->isEnabled;
    }

    public function getEMailAddress()
    {
        return $this->email;
    }
}
