<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;

/** The text of a body, and the blanks around texts. */
final class ReplyText
{
    /** Most bytes of a reply that are read; larger ones are refused before parsing. */
    public const MAX_BYTES = 32 * 1024 * 1024;

    /** Most bytes of a reply that is no success, and in which a success must have said that it is one. */
    public const MAX_ENVELOPE_BYTES = 1024 * 1024;

    /** What JavaScript takes for white space, byte for byte; backwards for the end of a text. */
    private const BLANKS = '(?:[ \t\n\x0B\f\r]++|\xC2\xA0|\xE1\x9A\x80|\xE2\x80[\x80-\x8A\xA8\xA9\xAF]'
        . '|\xE2\x81\x9F|\xE3\x80\x80|\xEF\xBB\xBF)';

    private const REVERSED_BLANKS = '(?:[ \t\n\x0B\f\r]++|\xA0\xC2|\x80\x9A\xE1|[\x80-\x8A\xA8\xA9\xAF]\x80\xE2'
        . '|\x9F\x81\xE2|\x80\x80\xE3|\xBF\xBB\xEF)';

    /**
     * Decodes a body.
     *
     * @throws XmlRefused for one that is over the cap, broken UTF-8 or blank
     */
    public static function of(string $body): string
    {
        if (strlen($body) > self::MAX_BYTES) {
            throw new XmlRefused(BadReplyReason::TooLarge, 'more than 32 MiB');
        }
        self::requireUtf8($body);
        $text = self::trimStart($body);
        if ($text === '') {
            throw new XmlRefused(BadReplyReason::Empty, 'an empty body');
        }

        return $text;
    }

    /** @throws XmlRefused for anything else */
    public static function requireUtf8(string $text): void
    {
        if (preg_match('//u', $text) !== 1) {
            throw new XmlRefused(BadReplyReason::Malformed, 'broken UTF-8');
        }
    }

    public static function trimStart(string $text): string
    {
        preg_match('/\A' . self::BLANKS . '*+/', $text, $blanks);

        return substr($text, strlen($blanks[0] ?? ''));
    }

    public static function trim(string $text): string
    {
        // No blank begins with a visible letter of ASCII, or ends with one.
        if ($text !== '' && ctype_graph($text[0] . $text[-1])) {
            return $text;
        }
        $start = self::trimStart($text);
        preg_match('/\A' . self::REVERSED_BLANKS . '*+/', strrev($start), $blanks);

        return substr($start, 0, strlen($start) - strlen($blanks[0] ?? ''));
    }

    /** Gives nothing for a text that is not there or blank. */
    public static function emptyAsMissing(?string $text): ?string
    {
        return $text === null || self::trimStart($text) === '' ? null : $text;
    }
}
