<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCP\IGroupManager;
use OCP\IUser;

/** The groups of an installation; whoever is in `admin` administers it. */
final class Groups implements IGroupManager
{
    /** @var array<string, Group> */
    private array $groups = [];

    public function add(string $id, Account ...$accounts): Group
    {
        $byId = [];
        foreach ($accounts as $account) {
            $byId[$account->getUID()] = $account;
        }

        return $this->groups[$id] = new Group($id, $byId);
    }

    public function remove(string $id): void
    {
        unset($this->groups[$id]);
    }

    public function get($gid)
    {
        return $this->groups[$gid] ?? null;
    }

    public function groupExists($gid)
    {
        return isset($this->groups[$gid]);
    }

    public function search(string $search, ?int $limit = null, ?int $offset = 0)
    {
        $found = array_filter($this->groups, static fn (Group $group): bool => $search === '' || stripos($group->getDisplayName(), $search) !== false);

        return array_values(array_slice($found, $offset ?? 0, $limit));
    }

    public function getUserGroupIds(IUser $user): array
    {
        return array_map(strval(...), array_keys(array_filter($this->groups, static fn (Group $group): bool => $group->inGroup($user))));
    }

    public function isAdmin($userId)
    {
        return $this->isInGroup($userId, 'admin');
    }

    public function isInGroup($userId, $group)
    {
        return isset(($this->groups[$group] ?? null)?->getUsers()[$userId]);
    }

    public function getDisplayName(string $groupId): ?string
    {
        return $this->get($groupId)?->getDisplayName();
    }
}
