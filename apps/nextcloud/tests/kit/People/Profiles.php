<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCP\Accounts\IAccount;
use OCP\Accounts\IAccountManager;
use OCP\IUser;

/** What accounts say of themselves: their address, to everybody unless they hide it. */
final class Profiles implements IAccountManager
{
    /** @var list<string> ids of accounts that show their address to nobody */
    public array $hidden = [];

    public function getAccount(IUser $user): IAccount
    {
        return new Profile($user->getEMailAddress() ?? '', in_array($user->getUID(), $this->hidden, true) ? self::SCOPE_PRIVATE : self::SCOPE_LOCAL);
    }
}
