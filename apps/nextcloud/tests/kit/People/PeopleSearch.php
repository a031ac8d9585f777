<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCP\Collaboration\Collaborators\ISearch;
use OCP\Share\IShare;

/** Finds accounts and groups, as the search for people to share with does. */
final class PeopleSearch implements ISearch
{
    public function __construct(private readonly People $people, private readonly Groups $groups)
    {
    }

    public function search($search, array $shareTypes, $lookup, $limit, $offset)
    {
        $found = [];
        foreach (in_array(IShare::TYPE_USER, $shareTypes, true) ? $this->people->searchDisplayName($search, $limit) : [] as $account) {
            $found['users'][] = self::entry($account->getDisplayName(), IShare::TYPE_USER, $account->getUID());
        }
        foreach (in_array(IShare::TYPE_GROUP, $shareTypes, true) ? $this->groups->search($search, $limit) : [] as $group) {
            $found['groups'][] = self::entry($group->getDisplayName(), IShare::TYPE_GROUP, $group->getGID());
        }

        return [$found, false];
    }

    /** @return array{label: string, value: array{shareType: int, shareWith: string}} */
    private static function entry(string $label, int $type, string $with): array
    {
        return ['label' => $label, 'value' => ['shareType' => $type, 'shareWith' => $with]];
    }
}
