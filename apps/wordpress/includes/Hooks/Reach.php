<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Hooks;

/**
 * Whether a meeting server can probably reach this site: where our address is a public one, or both are
 * on one machine, or both in private networks. The constant or variable `BLUEBRIDGE_CALLBACKS` decides
 * otherwise by `yes` or `no`.
 */
final class Reach
{
    public const NAME = 'BLUEBRIDGE_CALLBACKS';

    /** Tells whether addresses of ours are given to the server at an endpoint. */
    public static function reachesUs(string $endpoint): bool
    {
        $said = defined(self::NAME) ? constant(self::NAME) : getenv(self::NAME);
        if ($said === 'yes' || $said === 'no') {
            return $said === 'yes';
        }
        $ours = self::nearnessOf(rest_url());

        return $ours === 'public' || $ours === self::nearnessOf($endpoint);
    }

    /**
     * Tells from where an address is found: on this machine only, in this network only, or everywhere.
     *
     * @return 'machine'|'private'|'public'
     */
    public static function nearnessOf(string $address): string
    {
        $host = strtolower(trim((string) wp_parse_url($address, PHP_URL_HOST), '[].'));
        $isAddress = filter_var($host, FILTER_VALIDATE_IP) !== false;

        return match (true) {
            $host === 'localhost', str_ends_with($host, '.localhost'), $host === '::1' => 'machine',
            $isAddress && str_starts_with($host, '127.') => 'machine',
            $isAddress => self::isPublic($host) ? 'public' : 'private',
            // A name without a dot, or under one of these, means nothing outside.
            !str_contains($host, '.') => 'private',
            preg_match('/\.(?:local|internal|lan|home\.arpa|test)$/D', $host) === 1 => 'private',
            default => 'public',
        };
    }

    private static function isPublic(string $address): bool
    {
        return filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE) !== false;
    }
}
