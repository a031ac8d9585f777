<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Hooks;

use OCA\Bluebridge\Db\Table;
use OCP\IDBConnection;

/** The addresses that servers were given, and when they are to be removed there. Tokens are kept as hashes. */
class Hooks
{
    private const TABLE = 'bluebridge_hooks';

    private const AT_ONCE = 10;

    private readonly Table $table;

    public function __construct(IDBConnection $db)
    {
        $this->table = new Table($db, self::TABLE);
    }

    /** Writes an address down before the server is given it. */
    public function plan(string $account, int $roomId, string $meetingID, string $token, int $now, int $removeAt): int
    {
        $this->table->add([
            'account' => $account,
            'room_id' => $roomId,
            'meeting_id' => $meetingID,
            'token_hash' => self::hashOf($token),
            'registered_at' => $now,
            'remove_at' => $removeAt,
        ]);

        return $this->byToken($token)->id ?? 0;
    }

    /** Notes by which name the server knows an address. */
    public function name(int $id, string $hookID): void
    {
        $this->table->update(['hook_id' => $hookID], id: $id)->executeStatement();
    }

    public function byToken(string $token): ?Hook
    {
        $row = Table::rows($this->table->select(token_hash: self::hashOf($token)))[0] ?? null;

        return $row === null ? null : Hook::of($row);
    }

    /** @return list<Hook> the oldest first */
    public function ofMeeting(string $meetingID): array
    {
        return array_map(Hook::of(...), Table::rows($this->table->select(meeting_id: $meetingID)->orderBy('id')));
    }

    /**
     * Takes addresses that are to be removed; of many who do at once, one is given each.
     *
     * @return list<Hook>
     */
    public function takeDue(int $now, int $again): array
    {
        $query = $this->table->select()->orderBy('remove_at')->setMaxResults(self::AT_ONCE);
        $query->where($query->expr()->lte('remove_at', Table::value($query, $now)));
        $taken = array_filter(array_map(Hook::of(...), Table::rows($query)), fn (Hook $hook): bool =>
            $this->table->update(['remove_at' => $again], id: $hook->id, remove_at: $hook->removeAt)->executeStatement() === 1);

        return array_values($taken);
    }

    public function removeFrom(int $id, int $at): void
    {
        $query = $this->table->update(['remove_at' => $at], id: $id);
        $query->andWhere($query->expr()->gt('remove_at', Table::value($query, $at)))->executeStatement();
    }

    public function keepUntil(int $id, int $at): void
    {
        $this->table->update(['remove_at' => $at], id: $id)->executeStatement();
    }

    public function forget(int $id): void
    {
        $this->table->delete(id: $id)->executeStatement();
    }

    /** Tokens are random and long, so a fast hash is enough. */
    public static function hashOf(string $token): string
    {
        return hash('sha256', "bluebridge hook {$token}");
    }
}
