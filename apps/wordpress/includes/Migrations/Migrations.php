<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Storage\Database;

/**
 * Brings what the plugin keeps up to date, on each site when it is first visited: so it is the same
 * for a new plugin, a new version and a new site of a network.
 */
final class Migrations implements Module
{
    /** Option with the number of steps that were taken. Read on every request, so it is autoloaded. */
    public const VERSION = 'bluebridge_schema';

    /** Option whose row is held by the request that takes steps. */
    public const LOCK = 'bluebridge_migrating';

    /** Option with the time of a step that failed. Read on every request until it is taken, so it is autoloaded. */
    public const FAILED = 'bluebridge_schema_failed';

    /** In their order; new steps go to the end. */
    private const STEPS = [
        MeetingWatchesTable::class,
        RoomRights::class,
        AccessTables::class,
        RecordingTables::class,
        PlannedMeetingsTable::class,
        HooksTable::class,
        InvitationUsers::class,
    ];

    /** Whoever holds the lock for longer has died. */
    private const LONGEST_MS = 60_000;

    /** A database that refuses a table refuses it for a while; visitors need not wait for that each time. */
    private const AGAIN_AFTER_MS = 300_000;

    /** @param list<class-string<Migration>> $steps */
    public function __construct(private readonly Clock $clock, private readonly array $steps = self::STEPS)
    {
    }

    public function register(): void
    {
        // Before anything else of the plugin, which is added to `init` with the usual priority.
        add_action('init', $this->run(...), 1);
    }

    /** Takes the steps that are still to take, unless another request takes them now. */
    public function run(): void
    {
        $taken = self::taken();
        if ($taken >= count($this->steps) || $this->hasJustFailed() || !$this->lock()) {
            return;
        }
        try {
            foreach (array_slice($this->steps, $taken) as $index => $name) {
                $step = new $name();
                $step->up();
                if (!self::isTaken($step)) {
                    update_option(self::FAILED, $this->clock->now(), true);

                    return;
                }
                update_option(self::VERSION, $taken + $index + 1, true);
            }
            delete_option(self::FAILED);
        } finally {
            self::unlock();
        }
    }

    /** Tells whether a step failed and was not taken since. */
    public static function hasFailed(): bool
    {
        return self::number(self::FAILED) > 0;
    }

    private function hasJustFailed(): bool
    {
        return abs($this->clock->now() - self::number(self::FAILED)) < self::AGAIN_AFTER_MS;
    }

    /** The database says nothing when it makes no table, so it is looked for. */
    private static function isTaken(Migration $step): bool
    {
        global $wpdb;
        foreach ($step->tables() as $table) {
            if (Database::column('SHOW TABLES LIKE %s', $wpdb->esc_like($table)) === []) {
                return false;
            }
        }

        return true;
    }

    private static function taken(): int
    {
        return self::number(self::VERSION);
    }

    private static function number(string $option): int
    {
        $value = get_option($option, 0);

        return is_numeric($value) ? (int) $value : 0;
    }

    /**
     * Adds the row of the lock, which only one of many requests can: `add_option` would let two. Past
     * the cache of options, as WordPress itself locks its updates.
     */
    private function lock(): bool
    {
        global $wpdb;
        $now = $this->clock->now();
        $expired = 'DELETE FROM %i WHERE option_name = %s AND option_value < %d';
        Database::change($expired, $wpdb->options, self::LOCK, $now - self::LONGEST_MS);
        $sql = "INSERT IGNORE INTO %i (option_name, option_value, autoload) VALUES (%s, %s, 'off')";

        return Database::change($sql, $wpdb->options, self::LOCK, (string) $now) === 1;
    }

    private static function unlock(): void
    {
        global $wpdb;
        Database::change('DELETE FROM %i WHERE option_name = %s', $wpdb->options, self::LOCK);
    }
}
