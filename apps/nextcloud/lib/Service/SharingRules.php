<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCP\IGroup;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\Share\IManager;

/**
 * What an administrator says about sharing files, which holds for sharing rooms as well: the search
 * offers nobody else, and who asks without it reaches nobody else.
 */
class SharingRules
{
    public function __construct(
        private readonly IManager $sharing,
        private readonly IGroupManager $groups,
        private readonly Interactions $interactions,
    ) {
    }

    public function letReachUser(IUser $by, IUser $user): bool
    {
        return $by->getUID() === $user->getUID() || (
            !$this->sharing->sharingDisabledForUser($by->getUID())
            && (!$this->sharing->shareWithGroupMembersOnly() || $this->meetInAGroup($by, $user))
            && $this->interactions->areAllowed($by, $user)
        );
    }

    public function letReachGroup(IUser $by, IGroup $group): bool
    {
        $isOwn = $group->inGroup($by) && !in_array($group->getGID(), $this->sharing->shareWithGroupMembersOnlyExcludeGroupsList(), true);

        return $this->sharing->allowGroupSharing()
            && !$group->hideFromCollaboration()
            && !$this->sharing->sharingDisabledForUser($by->getUID())
            && (!$this->sharing->shareWithGroupMembersOnly() || $isOwn)
            && $this->interactions->areAllowed($by, $group);
    }

    /** Tells whether somebody finds others by looking through everybody, or through their groups. */
    public function letFind(IUser $by, IUser $user): bool
    {
        return $this->sharing->allowEnumeration() && (
            $this->sharing->limitEnumerationToGroups() ? $this->meetInAGroup($by, $user) : !$this->sharing->limitEnumerationToPhone()
        );
    }

    private function meetInAGroup(IUser $by, IUser $user): bool
    {
        $common = array_intersect($this->groups->getUserGroupIds($by), $this->groups->getUserGroupIds($user));

        return array_diff($common, $this->sharing->shareWithGroupMembersOnlyExcludeGroupsList()) !== [];
    }
}
