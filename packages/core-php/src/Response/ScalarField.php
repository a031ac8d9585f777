<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

/** The values that stand in a reply as text. */
final class ScalarField
{
    /** Reads the text of a field; null for an odd number or word, never 0 or false. */
    public static function read(string $text, string $kind): string|int|bool|null
    {
        return match ($kind) {
            'boolean' => self::boolean($text),
            'integer', 'time' => self::integer($text),
            default => $text,
        };
    }

    private static function integer(string $text): ?int
    {
        if (ctype_digit($text) && !isset($text[15])) {
            return (int) $text;
        }
        $digits = ReplyText::trim($text);

        return preg_match('/^-?\d{1,15}$/D', $digits) === 1 ? (int) $digits : null;
    }

    private static function boolean(string $text): ?bool
    {
        return match ($text) {
            'true' => true,
            'false' => false,
            default => match (strtolower(ReplyText::trim($text))) {
                'true' => true,
                'false' => false,
                default => null,
            },
        };
    }
}
