<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Storage\Database;

/** The invitations to the rooms of this site. Of what is in a link, only a hash is kept. */
final class Invitations
{
    /** How many a room may have. */
    public const MOST = 200;

    public function __construct(private readonly Clock $clock)
    {
    }

    public static function table(): string
    {
        return Database::table('invitations');
    }

    /**
     * Makes one, and gives what its link must say: it is told this once.
     *
     * @param 'viewer'|'moderator' $role
     * @param int $expiresAt epoch ms, 0 for never
     * @param int $mostUses 0 for any number
     * @return array{Invitation, string}|null null when the room has too many
     */
    public function make(int $roomId, string $role, string $label, int $expiresAt, int $mostUses): ?array
    {
        if ($this->isFull($roomId)) {
            return null;
        }
        $token = bin2hex(random_bytes(32));
        $sql = 'INSERT INTO %i (room_id, token_hash, role, label, created_by, created_at, expires_at, most_uses)
            VALUES (%d, %s, %s, %s, %d, %d, %d, %d)';
        $now = $this->clock->now();
        $user = get_current_user_id();
        Database::change($sql, self::table(), $roomId, self::hash($token), $role, $label, $user, $now, $expiresAt, $mostUses);
        $made = $this->byToken($token);

        return $made === null ? null : [$made, $token];
    }

    /**
     * Lists those of a room, the latest first.
     *
     * @return list<Invitation>
     */
    public function of(int $roomId): array
    {
        $rows = Database::rows('SELECT * FROM %i WHERE room_id = %d ORDER BY id DESC', self::table(), $roomId);

        return array_map(self::invitationOf(...), $rows);
    }

    /** Finds one of a room; null for those of other rooms. */
    public function find(int $roomId, int $id): ?Invitation
    {
        $row = Database::row('SELECT * FROM %i WHERE id = %d AND room_id = %d', self::table(), $id, $roomId);

        return $row === null ? null : self::invitationOf($row);
    }

    /** Finds the one that a link is of. */
    public function byToken(string $token): ?Invitation
    {
        $row = Database::row('SELECT * FROM %i WHERE token_hash = %s', self::table(), self::hash($token));

        return $row === null ? null : self::invitationOf($row);
    }

    /**
     * Counts one more person, if it still lets somebody in. Of two at once, the last use is one's; somebody who
     * presses twice is counted once, which one row decides.
     *
     * @param string $holder what this person is known by
     */
    public function use(Invitation $invitation, string $holder): bool
    {
        // Only those with a limit remember: the list of the others would have no end.
        $mark = $invitation->mostUses > 0 ? ' ' . self::mark($invitation, $holder) : '';
        $now = $this->clock->now();
        $sql = "UPDATE %i SET uses = uses + 1, used_by = CONCAT(COALESCE(used_by, ''), %s) WHERE id = %d AND revoked_at = 0
            AND (expires_at = 0 OR expires_at > %d) AND (most_uses = 0 OR uses < most_uses)
            AND COALESCE(used_by, '') NOT LIKE %s";
        $like = $mark === '' ? '-' : "%{$mark}%";

        return Database::change($sql, self::table(), $mark, $invitation->id, $now, $like) === 1
            || ($mark !== '' && $this->wasUsedBy($invitation, $like, $now));
    }

    private function wasUsedBy(Invitation $invitation, string $like, int $now): bool
    {
        $sql = 'SELECT id FROM %i WHERE id = %d AND revoked_at = 0 AND (expires_at = 0 OR expires_at > %d) AND used_by LIKE %s';

        return Database::row($sql, self::table(), $invitation->id, $now, $like) !== null;
    }

    /** Lets nobody in by it any more, those neither who have used it. */
    public function revoke(Invitation $invitation): void
    {
        $sql = 'UPDATE %i SET revoked_at = %d WHERE id = %d AND revoked_at = 0';
        Database::change($sql, self::table(), $this->clock->now(), $invitation->id);
    }

    /** Forgets those of a room that is gone. */
    public function forgetRoom(int $roomId): void
    {
        Database::change('DELETE FROM %i WHERE room_id = %d', self::table(), $roomId);
    }

    /** Makes room among those that are over before it says so. */
    private function isFull(int $roomId): bool
    {
        $row = Database::row('SELECT COUNT(*) AS made FROM %i WHERE room_id = %d', self::table(), $roomId);
        if ((int) ($row['made'] ?? 0) < self::MOST) {
            return false;
        }
        $sql = 'DELETE FROM %i WHERE room_id = %d AND (revoked_at > 0 OR (expires_at > 0 AND expires_at <= %d))';

        return Database::change($sql, self::table(), $roomId, $this->clock->now()) === 0;
    }

    /** Tells people apart, and says nothing of who they are. */
    private static function mark(Invitation $invitation, string $holder): string
    {
        return substr(hash_hmac('sha256', "bluebridge invitation {$invitation->id} {$holder}", wp_salt('auth')), 0, 16);
    }

    private static function hash(string $token): string
    {
        return hash('sha256', $token);
    }

    /** @param array<string, string|int|float|null> $row */
    private static function invitationOf(array $row): Invitation
    {
        $number = static fn (string $column): int => (int) ($row[$column] ?? 0);

        return new Invitation(
            $number('id'),
            $number('room_id'),
            ($row['role'] ?? '') === 'moderator' ? 'moderator' : 'viewer',
            (string) ($row['label'] ?? ''),
            $number('created_at'),
            $number('expires_at'),
            $number('most_uses'),
            $number('uses'),
            $number('revoked_at'),
        );
    }
}
