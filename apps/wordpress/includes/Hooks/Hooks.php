<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Hooks;

use Bluebridge\WordPress\Storage\Database;

/** The addresses that servers were given, and when they are to be removed there. Tokens are kept as hashes. */
final class Hooks
{
    private const AT_ONCE = 10;

    public static function table(): string
    {
        return Database::table('hooks');
    }

    /** Writes an address down before the server is given it. */
    public function plan(string $account, int $roomId, string $meetingID, string $token, int $now, int $removeAt): int
    {
        $sql = 'INSERT INTO %i (account, room_id, meeting_id, token_hash, registered_at, remove_at) VALUES (%s, %d, %s, %s, %d, %d)';
        Database::change($sql, self::table(), $account, $roomId, $meetingID, self::hashOf($token), $now, $removeAt);

        return $this->byToken($token)->id ?? 0;
    }

    /** Notes by which name the server knows an address. */
    public function name(int $id, string $hookID): void
    {
        Database::update(self::table(), ['hook_id' => $hookID], ['id' => $id]);
    }

    public function byToken(string $token): ?Hook
    {
        $row = Database::row('SELECT * FROM %i WHERE token_hash = %s', self::table(), self::hashOf($token));

        return $row === null ? null : Hook::of($row);
    }

    /** @return list<Hook> the oldest first */
    public function ofMeeting(string $meetingID): array
    {
        return array_map(Hook::of(...), Database::rows('SELECT * FROM %i WHERE meeting_id = %s ORDER BY id', self::table(), $meetingID));
    }

    /**
     * Takes an address that is to be removed; of many who do at once, one is given it.
     *
     * @return list<Hook>
     */
    public function takeDue(int $now, int $again): array
    {
        $due = Database::rows('SELECT * FROM %i WHERE remove_at <= %d ORDER BY remove_at LIMIT %d', self::table(), $now, self::AT_ONCE);
        $taken = array_filter(array_map(Hook::of(...), $due), static fn (Hook $hook): bool =>
            Database::update(self::table(), ['remove_at' => $again], ['id' => $hook->id, 'remove_at' => $hook->removeAt]) === 1);

        return array_values($taken);
    }

    public function removeFrom(int $id, int $at): void
    {
        Database::change('UPDATE %i SET remove_at = %d WHERE id = %d AND remove_at > %d', self::table(), $at, $id, $at);
    }

    public function keepUntil(int $id, int $at): void
    {
        Database::update(self::table(), ['remove_at' => $at], ['id' => $id]);
    }

    public function forget(int $id): void
    {
        Database::change('DELETE FROM %i WHERE id = %d', self::table(), $id);
    }

    /** Tokens are random and long, so a fast hash is enough. */
    public static function hashOf(string $token): string
    {
        return hash('sha256', "bluebridge hook {$token}");
    }
}
