<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

use Bluebridge\Core\Catalogue\MaskedParameters;

/** Takes out of a URL what no log may show. */
final class UrlRedactor
{
    /**
     * Masks checksums, passwords, tokens and personal names in a URL, so that it may be logged.
     * The order and all other parameters stay. Metadata that is a secret, a callback or a name is masked
     * too, because callback addresses carry tokens, and so is the query of every other address.
     */
    public static function redact(string $url): string
    {
        $start = strpos($url, '?');
        if ($start === false) {
            return $url;
        }
        $pairs = array_map(self::redactPair(...), explode('&', substr($url, $start + 1)));

        return substr($url, 0, $start + 1) . implode('&', $pairs);
    }

    private static function redactPair(string $pair): string
    {
        $name = explode('=', $pair, 2)[0];

        return self::isMasked($name) ? "{$name}=***" : $name . self::redactAddress(substr($pair, strlen($name)));
    }

    private static function isMasked(string $name): bool
    {
        return isset(MaskedParameters::NAMES[$name])
            || (str_starts_with($name, 'userdata-') && !isset(MaskedParameters::KNOWN_USERDATA[$name]))
            || preg_match('/^meta_.*(?:secret|token|url|name)/i', $name) === 1;
    }

    /** Masks query and fragment of an encoded address, and all of one that names a user. */
    private static function redactAddress(string $value): string
    {
        if (preg_match('~^=https?(?::|%3A)(?:/|%2F){2}~i', $value) !== 1) {
            return $value;
        }
        preg_match('/^(.*?)([?#]|%3F|%23|$)/iD', $value, $parts);
        [, $place, $mark] = $parts + ['', '', ''];
        if (preg_match('/@|%40/', $place) === 1) {
            return '=***';
        }

        return $mark === '' ? $value : "{$place}{$mark}***";
    }
}
