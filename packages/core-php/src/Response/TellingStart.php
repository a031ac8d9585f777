<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Errors\BadReplyReason;

/** What the start of a refused body says. */
final class TellingStart
{
    /**
     * Reads from the start of a refused body what it is, where that tells more than its first
     * fault: a page for people, which proxies and servers in trouble send, or another document type.
     */
    public static function of(string $body): ?BadReplyReason
    {
        $start = ReplyText::trimStart(substr($body, 0, 512));
        if (preg_match('/^(?:<\?xml[^>]*>\s*)?<(!doctype\s+html|!doctype|html)\b/i', $start, $first) !== 1) {
            return null;
        }

        return str_ends_with(strtolower($first[1]), 'html') ? BadReplyReason::HtmlPage : BadReplyReason::Doctype;
    }
}
