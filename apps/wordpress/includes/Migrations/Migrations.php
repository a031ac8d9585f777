<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Schedule\Moments;
use Bluebridge\WordPress\Storage\Database;

/**
 * Brings what the plugin keeps up to date, on each site when it is first visited: so it is the same
 * for a new plugin, a new version and a new site of a network.
 */
final class Migrations implements Module
{
    /** Option with the number of steps that were taken. Read on every request, so it is autoloaded. */
    public const VERSION = 'bluebridge_schema';

    /** Name of the moment that the request has which takes steps. */
    private const TURN = 'migrating';

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

    /** Whoever has the turn for longer has died. */
    private const LONGEST_MS = 60_000;

    /** A database that refuses a table refuses it for a while; visitors need not wait for that each time. */
    private const AGAIN_AFTER_MS = 300_000;

    /** @param list<class-string<Migration>> $steps */
    public function __construct(
        private readonly Clock $clock,
        private readonly array $steps = self::STEPS,
        private readonly Moments $moments = new Moments(),
    ) {
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
        if ($taken >= count($this->steps) || $this->hasJustFailed()) {
            return;
        }
        if (!$this->moments->claim(self::TURN, $this->clock->now(), self::LONGEST_MS)) {
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
            $this->moments->giveBack(self::TURN);
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
}
