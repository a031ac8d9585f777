<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use LogicException;
use OCP\IUser;
use OCP\IUserSession;

/** Who is logged in, for requests that nobody else may make. */
class Asker
{
    public function __construct(private readonly IUserSession $session)
    {
    }

    public function user(): IUser
    {
        return $this->session->getUser() ?? throw new LogicException('the method is open to people who are not logged in');
    }
}
