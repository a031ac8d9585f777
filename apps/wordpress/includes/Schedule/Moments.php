<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

use Bluebridge\WordPress\Storage\Database;

/**
 * When something was last done, in epoch ms: kept in rows of the options, past their cache, so that of
 * many requests at once one does it.
 */
final class Moments
{
    private const PREFIX = 'bluebridge_moment_';

    /** Takes the right to do something now, if that was not done for a while. One of many is answered true. */
    public function claim(string $name, int $now, int $pauseMs): bool
    {
        global $wpdb;
        $option = self::PREFIX . $name;
        $insert = "INSERT IGNORE INTO %i (option_name, option_value, autoload) VALUES (%s, %s, 'off')";
        if (Database::change($insert, $wpdb->options, $option, (string) $now) === 1) {
            return true;
        }
        $last = $this->last($name);
        // A little in the future: who is quicker looked at the clock later. Far in it: the clock was set back.
        if (abs($last - $now) < $pauseMs) {
            return false;
        }
        $update = 'UPDATE %i SET option_value = %s WHERE option_name = %s AND option_value = %s';

        return $last !== $now && Database::change($update, $wpdb->options, (string) $now, $option, (string) $last) === 1;
    }

    /** Gives the right back: whoever wants to do the same next may. */
    public function giveBack(string $name): void
    {
        global $wpdb;
        Database::change('DELETE FROM %i WHERE option_name = %s', $wpdb->options, self::PREFIX . $name);
    }

    /** Notes that something is done now. */
    public function note(string $name, int $now): void
    {
        $this->claim($name, $now, 0);
    }

    /** Tells when something was last done; 0 for never. */
    public function last(string $name): int
    {
        global $wpdb;
        $row = Database::row('SELECT option_value FROM %i WHERE option_name = %s', $wpdb->options, self::PREFIX . $name);

        return (int) ($row['option_value'] ?? 0);
    }

    /** Forgets all. */
    public static function forgetAll(): void
    {
        global $wpdb;
        Database::change('DELETE FROM %i WHERE option_name LIKE %s', $wpdb->options, $wpdb->esc_like(self::PREFIX) . '%');
    }
}
