<?php

declare(strict_types=1);

namespace OCP;

interface IUserManager
{
    /** @return IUser|null */
    public function get($uid);

    public function getDisplayName(string $uid): ?string;

    /** @return bool */
    public function userExists($uid);

    /** @return IUser[] */
    public function searchDisplayName($pattern, $limit = null, $offset = null);

    /** @return IUser[] */
    public function getByEmail($email);
}
