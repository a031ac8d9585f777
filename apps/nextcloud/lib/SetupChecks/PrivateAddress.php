<?php

declare(strict_types=1);

namespace OCA\Bluebridge\SetupChecks;

/** Addresses that no machine elsewhere finds. */
final class PrivateAddress
{
    public static function is(string $url): bool
    {
        $host = trim((string) parse_url($url, PHP_URL_HOST), '[]');
        if (filter_var($host, FILTER_VALIDATE_IP) !== false) {
            return filter_var($host, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE) === false;
        }

        return !str_contains($host, '.') || preg_match('/\.(?:localhost|local|test|internal|lan)$/i', $host) === 1;
    }
}
