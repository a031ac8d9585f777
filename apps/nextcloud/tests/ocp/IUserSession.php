<?php

declare(strict_types=1);

namespace OCP;

interface IUserSession
{
    /** @return IUser|null */
    public function getUser();

    /** @return bool */
    public function isLoggedIn();
}
