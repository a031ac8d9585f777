<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

/** What this site knows of somebody at the door of a room, before anything is decided. */
final class Visitor
{
    /**
     * @param string $userID what meetings know them by, the same each time
     * @param string $fullName
     * @param list<string>|null $roles of a user; null for people without an account
     * @param bool $leads whether the room is theirs to lead
     * @param 'viewer'|'moderator'|'wrong'|null $code which of the room's codes they know
     * @param 'viewer'|'moderator'|null $invitedAs what an invitation of theirs says
     * @param 'given'|null $recordingConsent
     * @param bool $mayModerate whether anything makes a moderator of them: an administrator may have
     *     decided that only those moderate who may have rooms
     */
    public function __construct(
        public readonly string $userID,
        public readonly string $fullName,
        public readonly ?array $roles = null,
        public readonly bool $leads = false,
        public readonly ?string $code = null,
        public readonly ?string $invitedAs = null,
        public readonly ?string $recordingConsent = null,
        public readonly bool $mayModerate = true,
    ) {
    }
}
