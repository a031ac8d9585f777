<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCP\Share\IManager;

/** What an administrator says about sharing files; as Nextcloud has it from the start. */
final class SharingSettings implements IManager
{
    public bool $groupMembersOnly = false;

    /** @var list<string> */
    public array $excludedGroups = [];

    public bool $withGroups = true;

    public bool $findsEverybody = true;

    public bool $findsInGroupsOnly = false;

    /** @var list<string> ids of accounts that may not share */
    public array $disabledFor = [];

    public function shareWithGroupMembersOnly()
    {
        return $this->groupMembersOnly;
    }

    public function shareWithGroupMembersOnlyExcludeGroupsList()
    {
        return $this->groupMembersOnly ? $this->excludedGroups : [];
    }

    public function allowGroupSharing()
    {
        return $this->withGroups;
    }

    public function allowEnumeration(): bool
    {
        return $this->findsEverybody;
    }

    public function limitEnumerationToGroups(): bool
    {
        return $this->findsEverybody && $this->findsInGroupsOnly;
    }

    public function limitEnumerationToPhone(): bool
    {
        return false;
    }

    public function sharingDisabledForUser(?string $userId): bool
    {
        return in_array($userId, $this->disabledFor, true);
    }
}
