<?php

declare(strict_types=1);

namespace Bluebridge\Core\Response;

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
                $errors = json_decode(urldecode($value), true);
                $first = is_array($errors) && array_is_list($errors) ? ($errors[0] ?? null) : null;
                $key = is_array($first) ? ($first['key'] ?? null) : null;

                return is_string($key) ? $key : null;
            }
        }

        return null;
    }
}
