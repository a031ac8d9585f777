<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Model;

/** What somebody is to a room. Each role may do what the ones before it may. */
enum Role: string
{
    case Viewer = 'viewer';
    case Moderator = 'moderator';
    case Manager = 'manager';
    case Owner = 'owner';

    /** Tells whether this role may do what another one may. */
    public function reaches(self $needed): bool
    {
        return $this->rank() >= $needed->rank();
    }

    /** Gives the one that may do more; null stands for somebody the room knows nothing of. */
    public static function higher(?self $one, ?self $other): ?self
    {
        if ($one === null || $other === null) {
            return $one ?? $other;
        }

        return $one->reaches($other) ? $one : $other;
    }

    /** Tells whether a member may be given this role: there is one owner. */
    public function isOfMembers(): bool
    {
        return $this !== self::Owner;
    }

    private function rank(): int
    {
        return match ($this) {
            self::Viewer => 0,
            self::Moderator => 1,
            self::Manager => 2,
            self::Owner => 3,
        };
    }
}
