<?php

declare(strict_types=1);

namespace OCP\Share;

interface IManager
{
    /** @return bool */
    public function shareWithGroupMembersOnly();

    /** @return list<string> */
    public function shareWithGroupMembersOnlyExcludeGroupsList();

    /** @return bool */
    public function allowGroupSharing();

    public function allowEnumeration(): bool;

    public function limitEnumerationToGroups(): bool;

    public function limitEnumerationToPhone(): bool;

    public function sharingDisabledForUser(?string $userId): bool;
}
