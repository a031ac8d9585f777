<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;

/** The text of a body that comes in parts. */
final class TextPieces
{
    /** Most bytes handed on in one go, which is what a parser holds of a list at a time. */
    private const PIECE_BYTES = 64 * 1024;

    /**
     * Hands a body on in pieces of even size. Blanks before the document are left out, because
     * servers behind balancers put line breaks there. The parser looks whether the text is UTF-8.
     *
     * @param iterable<string> $chunks
     * @return iterable<string>
     * @throws XmlRefused for a body that is blank, and more than `$maxBytes`
     */
    public static function of(iterable $chunks, int $maxBytes): iterable
    {
        $size = 0;
        $start = '';
        $begun = false;
        foreach ($chunks as $chunk) {
            $size += strlen($chunk);
            if ($size > $maxBytes) {
                throw new XmlRefused(BadReplyReason::TooLarge, "more than {$maxBytes} bytes");
            }
            if (!$begun) {
                // One of the blanks has more than one byte, and may be cut.
                $whole = self::wholeCharacters($start . $chunk);
                $cut = substr($start . $chunk, $whole);
                $chunk = ReplyText::trimStart(substr($start . $chunk, 0, $whole));
                $begun = $chunk !== '';
                $start = $begun ? '' : $cut;
                $chunk .= $begun ? $cut : '';
            }
            for ($at = 0; $at < strlen($chunk); $at += self::PIECE_BYTES) {
                yield substr($chunk, $at, self::PIECE_BYTES);
            }
        }
        ReplyText::requireUtf8($start);
        if (!$begun) {
            throw new XmlRefused(BadReplyReason::Empty, 'an empty body');
        }
    }

    /** Counts the bytes before a character that is cut off at the end, if there is one. */
    private static function wholeCharacters(string $bytes): int
    {
        $end = strlen($bytes);
        for ($back = 1; $back <= min(3, $end); $back++) {
            $byte = ord($bytes[$end - $back]);
            $length = match (true) {
                $byte < 0x80 => 1,
                $byte >= 0xF0 => 4,
                $byte >= 0xE0 => 3,
                $byte >= 0xC0 => 2,
                default => 0,
            };
            if ($length > 0) {
                return $length > $back ? $end - $back : $end;
            }
        }

        return $end;
    }
}
