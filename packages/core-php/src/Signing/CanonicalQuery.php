<?php

declare(strict_types=1);

namespace Bluebridge\Core\Signing;

/**
 * The one encoding of query strings: what is hashed is byte for byte what is sent.
 *
 * It is the form encoding of the WHATWG URL standard, which Java's `URLEncoder` (and so the
 * server) shares: letters, digits and `* - . _` stay, a space becomes `+`, every other byte of
 * the UTF-8 form becomes `%XX` in upper case. A URL parser leaves such a string untouched.
 */
final class CanonicalQuery
{
    /**
     * Builds `name=value&…` in the given order. Names are catalogue names and need no encoding;
     * values that are not sent must have been left out before. Values must be UTF-8; they are not
     * normalised.
     *
     * @param array<array-key, string> $values by name
     */
    public static function build(array $values): string
    {
        $query = http_build_query($values, '', '&', PHP_QUERY_RFC1738);

        // The one character that PHP encodes and the standard does not; no name has a percent sign.
        return str_replace('%2A', '*', $query);
    }
}
