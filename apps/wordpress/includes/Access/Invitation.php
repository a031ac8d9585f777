<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

/** A link that lets people into a room as what it says. Times are epoch ms, 0 for never. */
final class Invitation
{
    /**
     * @param 'viewer'|'moderator' $role
     * @param string $label for whoever made it
     * @param int $mostUses how many people may use it; 0 for any number
     */
    public function __construct(
        public readonly int $id,
        public readonly int $roomId,
        public readonly string $role,
        public readonly string $label,
        public readonly int $createdAt,
        public readonly int $expiresAt,
        public readonly int $mostUses,
        public readonly int $uses,
        public readonly int $revokedAt,
    ) {
    }

    /**
     * Tells whether people who have used it may still come in by it, and whether more may use it.
     *
     * @return 'open'|'used_up'|'expired'|'revoked'
     */
    public function state(int $now): string
    {
        return match (true) {
            $this->revokedAt > 0 => 'revoked',
            $this->expiresAt > 0 && $now >= $this->expiresAt => 'expired',
            $this->mostUses > 0 && $this->uses >= $this->mostUses => 'used_up',
            default => 'open',
        };
    }
}
