<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

use Bluebridge\Core\Catalogue\Json;
use JsonException;
use stdClass;

/** A failure that a server reports by redirecting. */
final class RedirectFailure
{
    /**
     * Gives the message key of a failure that a server reports by redirecting, as `join` does for
     * validation errors even with `redirect=false`: the target’s query has `errors`, a JSON list.
     */
    public static function key(HttpResponse $response): ?string
    {
        $location = $response->headers['location'] ?? '';
        $query = strpos($location, '?');
        if ($response->status < 300 || $response->status > 399 || $query === false) {
            return null;
        }
        foreach (explode('&', substr($location, $query + 1)) as $pair) {
            [$name, $value] = explode('=', $pair, 2) + ['', ''];
            if (urldecode($name) === 'errors') {
                return self::firstKey(urldecode($value));
            }
        }

        return null;
    }

    private static function firstKey(string $json): ?string
    {
        try {
            $errors = Json::decode($json);
        } catch (JsonException) {
            return null;
        }
        $first = is_array($errors) ? ($errors[0] ?? null) : null;
        $key = $first instanceof stdClass ? ($first->key ?? null) : null;

        return is_string($key) ? $key : null;
    }
}
