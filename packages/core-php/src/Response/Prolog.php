<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;

/** What stands before the first element of a document. */
final class Prolog
{
    private const DECLARATION = '~\A<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|\'1\.[0-9]+\')'
        . '(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|\'[A-Za-z][A-Za-z0-9._-]*\'))?'
        . '(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|\'(?:yes|no)\'))?[ \t\r\n]*\?>~D';

    /** Words for a refusal that only a document type earns: inside CDATA the same letters are text. */
    public const DOCUMENT_TYPE = 'a document type (HTML page or entities)';

    /** Tells whether a text begins with a declaration, as far as it goes. */
    public static function isDeclared(string $document): bool
    {
        return preg_match('~\A<\?xml[ \t\r\n]~', $document) === 1;
    }

    /**
     * Takes the XML declaration away: every reply is read as UTF-8, whatever it is declared to be.
     *
     * @throws XmlRefused for a declaration that is none
     */
    public static function withoutDeclaration(string $document): string
    {
        if (!self::isDeclared($document)) {
            return $document;
        }
        preg_match(self::DECLARATION, $document, $declaration);
        $rest = substr($document, strlen($declaration[0] ?? ''));
        // What is still there is none, or a second one.
        if (self::isDeclared($rest)) {
            throw StrictXml::malformed();
        }

        return $rest;
    }

    /**
     * Gives where the first element begins; the document must be without its declaration.
     *
     * @throws XmlRefused for a document type, before a parser sees it: entities are the way to
     *     attack one
     */
    public static function length(string $document): int
    {
        $at = 0;
        while (true) {
            $at += strspn($document, " \t\r\n", $at);
            $end = match (true) {
                substr_compare($document, '<!--', $at, 4) === 0 => strpos($document, '-->', $at + 4),
                substr_compare($document, '<?', $at, 2) === 0 => strpos($document, '?>', $at + 2),
                default => false,
            };
            if ($end === false) {
                break;
            }
            $at = $end + ($document[$end] === '-' ? 3 : 2);
        }
        if (substr_compare($document, '<!doctype', $at, 9, true) === 0) {
            throw new XmlRefused(BadReplyReason::Doctype, self::DOCUMENT_TYPE);
        }

        return $at;
    }
}
