<?php

declare(strict_types=1);

namespace OCA\Bluebridge\People;

use OCA\Bluebridge\Model\Role;

/** What this Nextcloud knows of somebody at the door of a room, before anything is decided. */
final class Visitor
{
    /**
     * @param string $userID what meetings know them by, the same each time
     * @param Role|null $role what they are to the room; null when it knows nothing of them
     * @param bool $hasAccount whether they are logged in
     * @param 'viewer'|'moderator'|'wrong'|null $code which of the room's codes they know
     * @param 'viewer'|'moderator'|null $invitedAs what a personal link of theirs says
     * @param 'given'|null $recordingConsent
     */
    public function __construct(
        public readonly string $userID,
        public readonly string $fullName,
        public readonly ?Role $role = null,
        public readonly bool $hasAccount = false,
        public readonly ?string $code = null,
        public readonly ?string $invitedAs = null,
        public readonly ?string $recordingConsent = null,
    ) {
    }
}
