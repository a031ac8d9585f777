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
     * Decodes a body piece by piece as strict UTF-8, across the borders of its chunks. Blanks before
     * the document are left out, because servers behind balancers put line breaks there.
     *
     * @param iterable<string> $chunks
     * @return iterable<string>
     * @throws XmlRefused for broken UTF-8, a body that is blank, and more than `$maxBytes`
     */
    public static function of(iterable $chunks, int $maxBytes): iterable
    {
        $cut = '';
        $size = 0;
        $begun = false;
        foreach ($chunks as $chunk) {
            $size += strlen($chunk);
            if ($size > $maxBytes) {
                throw new XmlRefused(BadReplyReason::TooLarge, "more than {$maxBytes} bytes");
            }
            for ($at = 0; $at < strlen($chunk); $at += self::PIECE_BYTES) {
                $bytes = $cut . substr($chunk, $at, self::PIECE_BYTES);
                $whole = self::wholeCharacters($bytes);
                $cut = substr($bytes, $whole);
                $piece = substr($bytes, 0, $whole);
                ReplyText::requireUtf8($piece);
                $piece = $begun ? $piece : ReplyText::trimStart($piece);
                if ($piece !== '') {
                    $begun = true;
                    yield $piece;
                }
            }
        }
        // A character that the end cuts is none.
        ReplyText::requireUtf8($cut);
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
