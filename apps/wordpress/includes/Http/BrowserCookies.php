<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Http;

/** The cookies of this request's browser. */
final class BrowserCookies implements Cookies
{
    public function give(string $name, string $value, int $seconds): void
    {
        setcookie($name, $value, [
            'expires' => time() + $seconds,
            'path' => COOKIEPATH,
            'domain' => COOKIE_DOMAIN,
            'secure' => is_ssl(),
            'httponly' => true,
            'samesite' => 'Lax',
        ]);
    }
}
