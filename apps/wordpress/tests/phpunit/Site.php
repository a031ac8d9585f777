<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests;

/** The installed WordPress, as the environment of the tests describes it. */
final class Site
{
    public static function folder(): string
    {
        return (string) getenv('WORDPRESS_FOLDER');
    }

    public static function url(): string
    {
        return (string) getenv('WORDPRESS_URL');
    }

    /** The address of the simulator, without a slash at its end. */
    public static function simulator(): string
    {
        return (string) getenv('BLUEBRIDGE_SIMULATOR');
    }

    /** Sets what a request of the home page by an anonymous visitor would. */
    public static function pretendRequest(): void
    {
        $host = (string) parse_url(self::url(), PHP_URL_HOST);
        $port = (int) parse_url(self::url(), PHP_URL_PORT);
        $_SERVER = [
            ...array_filter($_SERVER, static fn (string $key): bool => !str_starts_with($key, 'HTTP_'), ARRAY_FILTER_USE_KEY),
            'HTTP_HOST' => "{$host}:{$port}",
            'SERVER_NAME' => $host,
            'SERVER_PORT' => (string) $port,
            'SERVER_PROTOCOL' => 'HTTP/1.1',
            'REQUEST_METHOD' => 'GET',
            'REQUEST_URI' => '/',
            'REMOTE_ADDR' => '127.0.0.1',
        ];
        $_GET = $_POST = $_COOKIE = $_REQUEST = $_FILES = [];
    }
}
