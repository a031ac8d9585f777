<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

/** The secret part of the address that a system's cron asks. Only its hash is kept. */
final class DueToken
{
    public const OPTION = 'bluebridge_due_token';

    /** Makes a new token; the one before is worth nothing from now on. It is told once. */
    public static function make(): string
    {
        $token = bin2hex(random_bytes(32));
        update_option(self::OPTION, self::hashOf($token), false);

        return $token;
    }

    public static function isThere(): bool
    {
        return get_option(self::OPTION, '') !== '';
    }

    public static function matches(string $token): bool
    {
        $kept = get_option(self::OPTION, '');

        return is_string($kept) && $kept !== '' && hash_equals($kept, self::hashOf($token));
    }

    /** It is random and long, so a fast hash is enough. */
    private static function hashOf(string $token): string
    {
        return hash('sha256', "bluebridge due {$token}");
    }
}
