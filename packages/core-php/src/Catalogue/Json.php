<?php

declare(strict_types=1);

namespace Bluebridge\Core\Catalogue;

use JsonException;

/** JSON as JavaScript reads and writes it. */
final class Json
{
    private const MAX_DEPTH = 512;

    /** Half of a surrogate pair, written as an escape: JSON, but no text in PHP. */
    private const HALF_PAIR = '/(?<!\\\\)(?:\\\\\\\\)*\K(?:\\\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\\\u[dD][c-fC-F])'
        . '|(?<!\\\\u[dD][89abAB][0-9a-fA-F]{2})\\\\u[dD][c-fC-F][0-9a-fA-F]{2})/';

    /**
     * Reads JSON; objects become `stdClass`, so that they are told apart from lists.
     *
     * @param bool $keepsDigits whether integers too big for a number become texts with every digit
     * @throws JsonException for anything else, and for a nesting deeper than 512
     */
    public static function decode(string $json, bool $keepsDigits = false): mixed
    {
        $flags = $keepsDigits ? JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING : JSON_THROW_ON_ERROR;
        try {
            return json_decode($json, false, self::MAX_DEPTH, $flags);
        } catch (JsonException $error) {
            if ($error->getCode() !== JSON_ERROR_UTF16) {
                throw $error;
            }
        }

        return json_decode((string) preg_replace(self::HALF_PAIR, '\\ufffd', $json), false, self::MAX_DEPTH, $flags);
    }

    /** Writes a text between quotes. */
    public static function text(string $text): string
    {
        return json_encode(
            $text,
            JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS,
        );
    }

    /** Writes a number; one that is none, or has no end, as `null`. */
    public static function number(int|float $number): string
    {
        $float = (float) $number;
        if (!is_finite($float)) {
            return 'null';
        }
        if ($float === 0.0) {
            return '0';
        }
        [$digits, $exponent] = self::shortest(abs($float));
        $point = $exponent + 1;
        $length = strlen($digits);
        $text = match (true) {
            $point > 21 || $point < -5 => $digits[0] . ($length > 1 ? '.' . substr($digits, 1) : '')
                . 'e' . ($exponent < 0 ? '-' : '+') . abs($exponent),
            $point <= 0 => '0.' . str_repeat('0', -$point) . $digits,
            $point >= $length => $digits . str_repeat('0', $point - $length),
            default => substr($digits, 0, $point) . '.' . substr($digits, $point),
        };

        return $float < 0 ? "-{$text}" : $text;
    }

    /**
     * Gives the fewest digits that tell a number from all others, and the power of ten of the first.
     *
     * @return array{string, int}
     */
    private static function shortest(float $number): array
    {
        $places = 0;
        do {
            $text = sprintf("%.{$places}e", $number);
        } while ((float) $text !== $number && ++$places < 17);
        [$digits, $exponent] = explode('e', $text) + ['', '0'];

        return [rtrim(str_replace('.', '', $digits), '0'), (int) $exponent];
    }
}
