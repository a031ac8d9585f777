<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

/** What somebody showed at the door of a room before, and need not show again. */
final class Pass
{
    /**
     * @param 'viewer'|'moderator'|'wrong'|null $code which code they knew
     * @param 'viewer'|'moderator'|null $invitedAs what their invitation says
     * @param int $invitationId 0 without one
     */
    public function __construct(
        public readonly ?string $code = null,
        public readonly ?string $invitedAs = null,
        public readonly int $invitationId = 0,
    ) {
    }
}
