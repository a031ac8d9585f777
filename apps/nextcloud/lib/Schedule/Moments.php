<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Db\Table;
use OCP\IDBConnection;

/** When something was last done, in epoch ms: of many requests at once one does it. */
class Moments
{
    private readonly Table $table;

    public function __construct(IDBConnection $db)
    {
        $this->table = new Table($db, 'bluebridge_moments');
    }

    /** Takes the right to do something now, if that was not done for a while. One of many is answered true. */
    public function claim(string $name, int $now, int $pauseMs): bool
    {
        if ($this->table->add(['name' => $name, 'happened_at' => $now])) {
            return true;
        }
        $last = $this->last($name);
        if ($last > $now - $pauseMs && $last <= $now) {
            return false;
        }

        return $last !== $now && $this->table->update(['happened_at' => $now], name: $name, happened_at: $last)->executeStatement() === 1;
    }

    /** Notes that something is done now. */
    public function note(string $name, int $now): void
    {
        $this->claim($name, $now, 0);
    }

    /** Tells when something was last done; 0 for never. */
    public function last(string $name): int
    {
        $row = Table::rows($this->table->select(name: $name))[0] ?? [];
        $at = $row['happened_at'] ?? 0;

        return is_numeric($at) ? (int) $at : 0;
    }
}
