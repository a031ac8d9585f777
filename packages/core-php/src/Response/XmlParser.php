<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;
use XMLReader;

/** Reads whole XML documents. */
final class XmlParser
{
    /**
     * Parses a reply into its `response` element.
     *
     * @param bool $mayLackReturncode whether the reply may have no returncode, so that none is waited for
     * @throws XmlRefused for broken UTF-8, a document type, anything that is not one whole well-formed
     *     document, nesting deeper than any reply has, and a returncode after the first MiB
     */
    public static function parse(string $body, bool $mayLackReturncode = false): ReplyElement
    {
        $text = ReplyText::of($body);
        $document = Prolog::withoutDeclaration($text);
        $start = Prolog::length($document);
        if (strlen($body) > ReplyText::MAX_ENVELOPE_BYTES && !$mayLackReturncode) {
            self::requireEarlyReturncode($document, ReplyText::MAX_ENVELOPE_BYTES - (strlen($body) - strlen($document)));
        }
        $root = StrictXml::document($document);
        // SimpleXML would leave a prefix out.
        if (preg_match('~\G<response[\s/>]~', $document, offset: $start) !== 1) {
            throw new XmlRefused(BadReplyReason::WrongRoot, 'another root element than response');
        }

        return ReplyElement::ofXml($root, ReplyElement::isPlain($document));
    }

    private static function requireEarlyReturncode(string $document, int $bytes): void
    {
        $before = libxml_use_internal_errors(true);
        try {
            $reader = XMLReader::XML(substr($document, 0, max(1, $bytes)), 'UTF-8', LIBXML_NONET);
            while ($reader instanceof XMLReader && $reader->read()) {
                $isEnd = $reader->nodeType === XMLReader::END_ELEMENT || $reader->isEmptyElement;
                if ($isEnd && $reader->depth === 1 && $reader->name === 'returncode') {
                    return;
                }
            }
        } finally {
            libxml_clear_errors();
            libxml_use_internal_errors($before);
        }
        throw new XmlRefused(BadReplyReason::NoReturncode, 'no returncode in the first MiB');
    }
}
