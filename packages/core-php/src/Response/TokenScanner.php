<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

/**
 * Finds where parts of an XML text end, without judging them: of a text that is well-formed it says
 * what a parser would say, and every part it finds goes through the parser.
 */
final class TokenScanner
{
    /**
     * Gives where the token that begins at a place ends: a text, a tag, a comment, an instruction or
     * a CDATA section. Null when the text ends before it does.
     */
    public static function endOfToken(string $xml, int $at): ?int
    {
        if ($xml[$at] !== '<') {
            $next = strpos($xml, '<', $at);

            return $next === false ? null : $next;
        }
        $start = substr($xml, $at, 9);

        return match (true) {
            str_starts_with($start, '<!--') => self::after($xml, '-->', $at + 4),
            str_starts_with($start, '<![CDATA[') => self::after($xml, ']]>', $at + 9),
            str_starts_with($start, '<?') => self::after($xml, '?>', $at + 2),
            str_starts_with($start, '</') => self::after($xml, '>', $at + 2),
            str_starts_with($start, '<!') => self::after($xml, '>', $at + 2),
            default => self::endOfStartTag($xml, $at + 1),
        };
    }

    /** Gives how many levels deeper one is after a token: 1, 0 or -1. */
    public static function depthOf(string $xml, int $at, int $end): int
    {
        $second = $xml[$at + 1] ?? '';

        return match (true) {
            $xml[$at] !== '<' || $second === '!' || $second === '?' => 0,
            $second === '/' => -1,
            default => $xml[$end - 2] === '/' ? 0 : 1,
        };
    }

    /** Values of attributes may hold the sign that ends a tag. */
    private static function endOfStartTag(string $xml, int $at): ?int
    {
        $length = strlen($xml);
        while (true) {
            $at += strcspn($xml, '"\'>', $at);
            if ($at >= $length) {
                return null;
            }
            if ($xml[$at] === '>') {
                return $at + 1;
            }
            $quote = strpos($xml, $xml[$at], $at + 1);
            if ($quote === false) {
                return null;
            }
            $at = $quote + 1;
        }
    }

    private static function after(string $xml, string $mark, int $from): ?int
    {
        $found = $from > strlen($xml) ? false : strpos($xml, $mark, $from);

        return $found === false ? null : $found + strlen($mark);
    }
}
