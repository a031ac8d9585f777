<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

/** Codes of rooms: short words that people choose, so they are hashed slowly. Blanks around them do not count. */
final class Codes
{
    public const SHORTEST = 6;

    public const LONGEST = 64;

    public static function hash(string $code): string
    {
        return password_hash(self::digest($code), PASSWORD_BCRYPT);
    }

    /** Tells whether a code is the one of a hash, in the same time for every wrong one. */
    public static function fits(string $code, string $hash): bool
    {
        return $hash !== '' && password_verify(self::digest($code), $hash);
    }

    /** Tells whether somebody may choose a code. */
    public static function isLongEnough(string $code): bool
    {
        $length = mb_strlen(trim($code));

        return $length >= self::SHORTEST && $length <= self::LONGEST;
    }

    /** Bcrypt reads 72 bytes and stops at a NUL; the digits of a digest have neither trouble. */
    private static function digest(string $code): string
    {
        return substr(hash_hmac('sha512', trim($code), 'bluebridge code'), 0, 72);
    }
}
