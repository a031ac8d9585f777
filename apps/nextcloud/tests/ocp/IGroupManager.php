<?php

declare(strict_types=1);

namespace OCP;

interface IGroupManager
{
    /** @return IGroup|null */
    public function get($gid);

    /** @return bool */
    public function groupExists($gid);

    /** @return IGroup[] */
    public function search(string $search, ?int $limit = null, ?int $offset = 0);

    /** @return list<string> */
    public function getUserGroupIds(IUser $user): array;

    /** @return bool */
    public function isAdmin($userId);

    /** @return bool */
    public function isInGroup($userId, $group);

    public function getDisplayName(string $groupId): ?string;
}
