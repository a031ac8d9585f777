<?php

declare(strict_types=1);

namespace Bluebridge\Core\Catalogue;

/** What a value may be. A text that is no UTF-8 is none of what texts may be. */
final class ValueRules
{
    /** Beyond these a number is another one in JavaScript, and sums might be no integers. */
    public const MAX_INTEGER = 9_007_199_254_740_991;

    /** What JavaScript takes for white space; PHP's own classes know another set. */
    private const SPACE = '\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}';

    /** Tells whether an integer can be counted with in every language. */
    public static function isSafeInteger(int $value): bool
    {
        return $value >= -self::MAX_INTEGER && $value <= self::MAX_INTEGER;
    }

    public static function isUtf8(string $value): bool
    {
        return preg_match('//u', $value) === 1;
    }

    /** Tells whether a text has no control characters: servers strip them after it was signed. */
    public static function isLine(string $value): bool
    {
        return preg_match('/[\x00-\x1F\x7F-\x{9F}]/u', $value) === 0;
    }

    /** Tells whether a text has no control characters but tabs and line breaks. */
    public static function isLines(string $value): bool
    {
        return preg_match('/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x{9F}]/u', $value) === 0;
    }

    /** Tells whether a text can be in XML, which has no form for two reserved code points either. */
    public static function isXmlText(string $value): bool
    {
        return self::isLines($value) && preg_match('/[\x{FFFE}\x{FFFF}]/u', $value) === 0;
    }

    /** Tells whether a text is an absolute http or https address. */
    public static function isHttpUrl(string $value): bool
    {
        $space = self::SPACE;

        return preg_match("~^[hH][tT]{2}[pP][sS]?://[^{$space}/?#]+[^{$space}]*$~uD", $value) === 1;
    }

    /** Tells whether a text begins and ends without white space. */
    public static function isTrimmed(string $value): bool
    {
        $space = self::SPACE;

        return preg_match("~^[{$space}]|[{$space}]$~uD", $value) === 0;
    }

    /** Tells whether a text is nothing but white space. */
    public static function isBlank(string $value): bool
    {
        $space = self::SPACE;

        return preg_match("~^[{$space}]*$~uD", $value) === 1;
    }

    /** Tells whether a text is JSON, nested 512 levels deep at most. */
    public static function isJson(string $value): bool
    {
        // Half a surrogate pair, which PHP refuses, is JSON all the same.
        json_decode((string) preg_replace('/\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}/', '\\u0041', $value), true);

        return json_last_error() === JSON_ERROR_NONE;
    }

    /** Tells without counting, of most texts, that their number of characters is within limits. */
    public static function isSurelyWithin(string $value, int $min, int $max): bool
    {
        // A character has one to four bytes.
        $bytes = strlen($value);

        return $bytes <= $max && $bytes >= 4 * $min;
    }

    /** Counts the characters of a text: code points. */
    public static function length(string $value): int
    {
        return strlen($value) - (int) preg_match_all('/[\x80-\xBF]/', $value);
    }
}
