<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Http;

// phpcs:disable WordPress.Security -- this is the one place that reads what is sent; who uses it checks nonces

/** What a browser has sent with this request, as plain texts. */
final class Sent
{
    /** Gives a field of a form as one line; empty when it was not sent. */
    public static function field(string $name): string
    {
        return sanitize_text_field(self::exactly($name));
    }

    /** Gives a field of a form as it was typed, for what must not be changed, such as a secret. */
    public static function exactly(string $name): string
    {
        return self::text($_POST, $name);
    }

    /** Gives a parameter of the address as one line; empty when it has none. */
    public static function query(string $name): string
    {
        return sanitize_text_field(self::text($_GET, $name));
    }

    /** @return list<string> the names of all parameters of the address */
    public static function queryNames(): array
    {
        return array_map(strval(...), array_keys($_GET));
    }

    public static function cookie(string $name): string
    {
        return sanitize_text_field(self::text($_COOKIE, $name));
    }

    /** Gives what the request says by a name such as `REQUEST_METHOD` or `HTTP_ORIGIN`. */
    public static function header(string $name): string
    {
        return sanitize_text_field(self::text($_SERVER, $name));
    }

    /** @param array<array-key, mixed> $sent with the slashes that WordPress adds to all of it */
    private static function text(array $sent, string $name): string
    {
        $value = $sent[$name] ?? '';

        return is_string($value) ? wp_unslash($value) : '';
    }
}
