<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Storage\Database;

/**
 * Counts tries from an address, so that nobody guesses for long. A table keeps the count and not the
 * object cache: a site need not have one, and a cache that is emptied would begin anew. The row is
 * changed under a condition, so of many tries at once no more get through than of one after the other.
 */
final class Throttle
{
    public function __construct(private readonly Clock $clock)
    {
    }

    public static function table(): string
    {
        return Database::table('tries');
    }

    /**
     * Takes a try before it is made.
     *
     * @param string $what is tried, with what it belongs to, such as `code 7`
     * @param int $most tries in that time
     * @param int $perMs from the first of them
     * @throws TooManyTries when there is none left
     */
    public function take(string $what, int $most, int $perMs): void
    {
        $bucket = self::bucket($what);
        $now = $this->clock->now();
        $over = $now - $perMs;
        Database::change('INSERT IGNORE INTO %i (bucket) VALUES (%s)', self::table(), $bucket);
        // A clock that was set back must not shut anybody out for good.
        $isOver = '(began_at <= %d OR began_at > %d)';
        $sql = "UPDATE %i SET tries = CASE WHEN {$isOver} THEN 1 ELSE tries + 1 END,
            began_at = CASE WHEN {$isOver} THEN %d ELSE began_at END
            WHERE bucket = %s AND ({$isOver} OR tries < %d)";
        $taken = Database::change($sql, self::table(), $over, $now, $over, $now, $now, $bucket, $over, $now, $most);
        if ($taken === 1) {
            return;
        }
        $row = Database::row('SELECT began_at FROM %i WHERE bucket = %s', self::table(), $bucket);
        throw new TooManyTries(max(1, (int) ceil(((int) ($row['began_at'] ?? 0) + $perMs - $now) / 1000)));
    }

    /** Gives a try back that was a good one, so that a class behind one address is not counted. */
    public function giveBack(string $what): void
    {
        Database::change('UPDATE %i SET tries = tries - 1 WHERE bucket = %s AND tries > 0', self::table(), self::bucket($what));
    }

    /** Forgets what is older than a day. */
    public function tidy(): void
    {
        Database::change('DELETE FROM %i WHERE began_at < %d', self::table(), $this->clock->now() - DAY_IN_SECONDS * 1000);
    }

    /** Nobody reads from the table who has tried what. */
    private static function bucket(string $what): string
    {
        return hash_hmac('sha256', $what . ' ' . self::address(), wp_salt('nonce'));
    }

    /** Gives the address a request comes from; of the many that one line has today, their common part. */
    private static function address(): string
    {
        /**
         * Filters the address of a visitor, for sites behind a proxy that tells it.
         *
         * @param string $address
         */
        $address = apply_filters('bluebridge_client_address', Sent::header('REMOTE_ADDR'));
        $bytes = is_string($address) && filter_var($address, FILTER_VALIDATE_IP) !== false ? inet_pton($address) : false;

        return $bytes === false ? 'unknown' : bin2hex(strlen($bytes) === 16 ? substr($bytes, 0, 8) : $bytes);
    }
}
