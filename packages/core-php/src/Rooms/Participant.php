<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/** A person about to join, as the host knows them. */
final class Participant
{
    /**
     * @param string $userID the host's id of the person, the same at every join
     * @param bool $isModerator decided by the host's roles
     * @param bool $isGuest came through the room's link without an account of the host
     * @param bool $isBanned shut out of this room
     * @param 'viewer'|'moderator'|'wrong'|null $code what the host found when it compared the code
     *     the person typed; null when none was typed
     * @param 'given'|'declined'|null $recordingConsent what the person answered when asked about
     *     being recorded
     * @param bool $confirmsEviction the person was told which meetings a start would end, and wants it
     */
    public function __construct(
        public readonly string $userID,
        public readonly string $fullName,
        public readonly bool $isModerator,
        public readonly bool $isGuest = false,
        public readonly bool $isBanned = false,
        public readonly ?string $code = null,
        public readonly ?string $recordingConsent = null,
        public readonly bool $confirmsEviction = false,
    ) {
    }
}
