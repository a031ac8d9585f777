<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;
use SimpleXMLElement;

/**
 * The parser every reply goes through: libxml, without network and without entities. What it is
 * given has neither a declaration nor a document type.
 */
final class StrictXml
{
    /** Deepest nesting of elements that is read; replies have ten levels at most. */
    public const MAX_DEPTH = 32;

    /**
     * Parses a document.
     *
     * @throws XmlRefused for what is not well-formed, or nested deeper than any reply
     */
    public static function document(string $document): SimpleXMLElement
    {
        return self::parse($document, self::MAX_DEPTH) ?? throw self::malformed();
    }

    /**
     * Parses what stands inside an element: texts, elements, comments. Gives an element with the
     * same content; null for what is not well-formed.
     *
     * @param int $depth of the element whose content it is; the outermost one has 1
     * @throws XmlRefused for a nesting deeper than any reply
     */
    public static function content(string $content, int $depth): ?SimpleXMLElement
    {
        return self::parse("<x>{$content}</x>", self::MAX_DEPTH + 1 - $depth);
    }

    public static function malformed(): XmlRefused
    {
        return new XmlRefused(BadReplyReason::Malformed, 'malformed or truncated XML');
    }

    public static function tooDeep(): XmlRefused
    {
        return new XmlRefused(BadReplyReason::Malformed, 'too deeply nested XML');
    }

    private static function parse(string $xml, int $levels): ?SimpleXMLElement
    {
        $before = libxml_use_internal_errors(true);
        try {
            $parsed = simplexml_load_string(
                $xml,
                SimpleXMLElement::class,
                LIBXML_NONET | LIBXML_COMPACT | LIBXML_NOCDATA | LIBXML_NOERROR | LIBXML_NOWARNING,
            );
            libxml_clear_errors();
        } finally {
            libxml_use_internal_errors($before);
        }
        if ($parsed === false) {
            return null;
        }
        $tooDeep = $parsed->xpath(str_repeat('/*', $levels + 1));
        if ($tooDeep !== [] && is_array($tooDeep)) {
            throw self::tooDeep();
        }

        return $parsed;
    }
}
